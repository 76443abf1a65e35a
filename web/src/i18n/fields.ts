/** Column names of the layers → labels, units and words for values. A column not named here is not shown to readers. */

import { count, distance, duration, instant, area, decimal } from './format';
import { lang, tOr } from './index';

type Show = (value: unknown) => string;

interface FieldText {
  zh: string;
  en: string;
  show?: Show;
}

const persons: Show = (value) => `${count(Number(value))} ${lang() === 'zh' ? '人' : 'persons'}`;
const households: Show = (value) => `${count(Number(value))} ${lang() === 'zh' ? '户' : 'households'}`;
/** A number gets its unit; a class in words ("1~4戶") stays as the source says it. */
const orWords = (show: Show): Show => (value) => (/^\d+$/.test(String(value)) ? show(value) : String(value));
const word = (prefix: string): Show => (value) => tOr(`${prefix}.${String(value)}`, String(value));
const words = (prefix: string): Show => (value) => String(value).split(',').map((part) => word(prefix)(part.trim())).join(lang() === 'zh' ? '、' : ', ');
const yesNo: Show = (value) => tOr(`value.${String(value)}`, String(value));
const time: Show = (value) => instant(String(value));

/** In the order in which a popup lists them. */
const FIELDS: Record<string, FieldText> = {
  status: { zh: '状态', en: 'Status', show: word('status') },
  level: { zh: '级别', en: 'Level', show: word('level') },
  tier: { zh: '层级', en: 'Tier', show: word('level') },
  kind: { zh: '类别', en: 'Kind', show: word('kind') },
  type: { zh: '灾害类型', en: 'Hazard type', show: word('kind') },
  hazard: { zh: '灾种', en: 'Hazard', show: words('hazard') },
  risk: { zh: '风险等级', en: 'Risk', show: word('risk') },
  grade: { zh: '等级', en: 'Grade', show: word('grade') },
  danger_grade: { zh: '险情等级', en: 'Danger grade', show: word('danger') },
  danger_class: { zh: '火险等级', en: 'Fire danger', show: word('fire') },
  capacity: { zh: '核定容量', en: 'Capacity', show: persons },
  used: { zh: '已安置', en: 'Placed', show: persons },
  population: { zh: '人口', en: 'Population', show: persons },
  assigned: { zh: '可安置', en: 'Placed', show: persons },
  reachable: { zh: '可达', en: 'Can reach', show: persons },
  unassigned_persons: { zh: '未安置', en: 'Not placed', show: persons },
  reason: { zh: '原因', en: 'Reason', show: word('reason') },
  excluded: { zh: '未计入原因', en: 'Left out because', show: word('excluded') },
  households: { zh: '户数', en: 'Households', show: households },
  vulnerable: { zh: '弱势群体', en: 'Vulnerable', show: persons },
  threatened_households: { zh: '威胁户数', en: 'Threatened households', show: orWords(households) },
  threatened_persons: { zh: '威胁人数', en: 'Threatened persons', show: orWords(persons) },
  travel_time_s: { zh: '行程时间', en: 'Travel time', show: (value) => duration(Number(value)) },
  max_travel_time_s: { zh: '最长行程时间', en: 'Longest travel time', show: (value) => duration(Number(value)) },
  distance_m: { zh: '距离', en: 'Distance', show: (value) => distance(Number(value)) },
  ring_name: { zh: '所在缓冲环', en: 'Ring' },
  area_m2: { zh: '面积', en: 'Area', show: (value) => area(Number(value)) },
  severity: { zh: '核查', en: 'Check', show: word('severity') },
  registered_persons: { zh: '登记人数', en: 'Registered', show: persons },
  counted_persons: { zh: '图上人数', en: 'On the map', show: persons },
  residents: { zh: '周边人口', en: 'People around', show: persons },
  difference: { zh: '差值', en: 'Difference' },
  grade_by_count: { zh: '按图险情等级', en: 'Grade by the map' },
  treatment: { zh: '处置措施', en: 'Treatment', show: word('treatment') },
  treatment_state: { zh: '处置状态', en: 'State', show: word('treatment') },
  treatment_due: { zh: '处置期限', en: 'Due' },
  threatened_property_wan: { zh: '威胁财产', en: 'Threatened property', show: (value) => (lang() === 'zh' ? `${count(Number(value))} 万元` : `${count(Number(value))} × 10 000 CNY`) },
  danger_today: { zh: '当日火险等级', en: 'Danger today', show: word('fire') },
  width_m: { zh: '宽度', en: 'Width', show: (value) => distance(Number(value)) },
  required_m: { zh: '应有距离', en: 'Required', show: (value) => distance(Number(value)) },
  site_name: { zh: '危险源', en: 'Site' },
  length_m: { zh: '长度', en: 'Length', show: (value) => distance(Number(value)) },
  suited_hazards: { zh: '适用灾种', en: 'Suited to', show: words('hazard') },
  standardised: { zh: '规范化建设', en: 'Standardised', show: yesNo },
  effective_area_m2: { zh: '有效面积', en: 'Effective area', show: (value) => area(Number(value)) },
  vehicles: { zh: '车辆', en: 'Vehicles', show: (value) => (lang() === 'zh' ? `${count(Number(value))} 辆` : count(Number(value))) },
  persons: { zh: '人员', en: 'Staff', show: persons },
  items: { zh: '物资', en: 'Items', show: (value) => (lang() === 'zh' ? `${count(Number(value))} 件` : count(Number(value))) },
  area_km2: { zh: '面积', en: 'Area', show: (value) => `${decimal(Number(value), 1)} km²` },
  road_classes: { zh: '封闭的道路等级', en: 'Closed road classes', show: words('road') },
  mm: { zh: '本次雨量', en: 'Rain', show: (value) => `${decimal(Number(value), 1)} mm` },
  sum_1h: { zh: '1小时雨量', en: '1 h', show: (value) => `${decimal(Number(value), 1)} mm` },
  sum_3h: { zh: '3小时雨量', en: '3 h', show: (value) => `${decimal(Number(value), 1)} mm` },
  sum_6h: { zh: '6小时雨量', en: '6 h', show: (value) => `${decimal(Number(value), 1)} mm` },
  sum_24h: { zh: '24小时雨量', en: '24 h', show: (value) => `${decimal(Number(value), 1)} mm` },
  window_h: { zh: '累计时段', en: 'Window', show: (value) => `${value} h` },
  sum_mm: { zh: '累计雨量', en: 'Sum', show: (value) => `${decimal(Number(value), 1)} mm` },
  threshold_mm: { zh: '阈值', en: 'Threshold', show: (value) => `${decimal(Number(value), 1)} mm` },
  time_from: { zh: '起', en: 'From', show: time },
  certainty: { zh: '可靠程度', en: 'Certainty', show: word('certainty') },
  says: { zh: '依据', en: 'Source' },
  class: { zh: '道路等级', en: 'Road class', show: word('road') },
  oneway: { zh: '单行', en: 'One-way', show: word('oneway') },
  maxspeed_kmh: { zh: '限速', en: 'Speed limit', show: (value) => `${decimal(Number(value), 0)} km/h` },
  bridge: { zh: '桥梁', en: 'Bridge', show: yesNo },
  tunnel: { zh: '隧道', en: 'Tunnel', show: yesNo },
  ref: { zh: '路线编号', en: 'Route' },
  detected_at: { zh: '发现时间', en: 'Detected', show: time },
  confidence: { zh: '置信度', en: 'Confidence', show: word('confidence') },
  frp_mw: { zh: '辐射功率', en: 'Radiative power', show: (value) => `${decimal(Number(value))} MW` },
  valid_from: { zh: '生效', en: 'From', show: time },
  valid_to: { zh: '截止', en: 'Until', show: time },
  address: { zh: '地址', en: 'Address' },
  phone: { zh: '办公电话', en: 'Office telephone' },
  code: { zh: '行政区代码', en: 'Area code' },
  source: { zh: '数据来源', en: 'Source', show: word('source') },
  updated_at: { zh: '更新时间', en: 'Updated', show: time },
};

/** In: a feature's properties. Out: label and text of those that have a value and that readers understand. */
export function describe(properties: Record<string, unknown>): { name: string; label: string; text: string }[] {
  return Object.entries(FIELDS).flatMap(([name, field]) => {
    const value = properties[name];
    if (value === null || value === undefined || value === '') return [];
    return [{ name, label: field[lang()], text: (field.show ?? String)(value) }];
  });
}
