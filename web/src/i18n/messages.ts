/**
 * What the service says in English → Chinese, where the page knows the sentence. A sentence it does not know stays as it is:
 * a warning that cannot be translated must still be read.
 */

import { lang } from './index';

const WARNINGS: [RegExp, string][] = [
  [/^No elevation model is loaded: all ways count as flat\.$/, '未载入高程模型：所有路线按平路计算。'],
  [/^(\d+) roads leave the elevation model somewhere and count as flat there\.$/, '$1 条道路部分超出高程模型范围，该部分按平路计算。'],
  [/^Catchments are drawn coarsely, with a vertex every (\d+) m: .*$/, '服务范围绘制较粗（每 $1 m 一个折点）：相对于分析区域，“到道路最远距离”过小。'],
  [/^(\d+) settlements? reach the road across a river: .*$/, '$1 个居民点须过河才能到达道路：限定距离内其所在一侧没有道路。'],
  [/^(\d+) shelters are reached from a road across a river: .*$/, '$1 处安置场所须从河对岸的道路到达：限定距离内其所在一侧没有道路。'],
  [/^(\d+) settlements are more than (\d+) m from the road, the furthest (\d+) m; the walk is counted\.$/, '$1 个居民点距道路超过 $2 m，最远 $3 m；这段步行已计入。'],
  [/^(\d+) selected shelters are closed and were left out\.$/, '所选安置场所中有 $1 处已关闭，未计入。'],
  [/^(\d+) shelters have no capacity; they count as 0 places\.$/, '$1 处安置场所没有容量数，按 0 人计。'],
  [/^(\d+) shelters have no capacity; it was taken as effective_area_m2 \/ ([\d.]+) m² per person \((.*)\)\.$/, '$1 处安置场所没有容量数，按有效面积 ÷ 人均 $2 m² 计（$3）。'],
  [/^(\d+) stations have no usable road within max_snap_m and count for nothing\.$/, '$1 个救援站在限定距离内没有可用道路，未计入。'],
  [/^(\d+) shelters do not say what hazards they suit; they count as unsuited\.$/, '$1 处安置场所未注明适用灾种，按不适用计。'],
  [/^(\d+) shelters are lines or areas; a point on each stands for it\.$/, '$1 处安置场所是线或面，以其上一点代表。'],
  [/^(\d+) settlements are lines or areas; a point on each stands for it\.$/, '$1 个居民点是线或面，以其上一点代表。'],
  [/^(\d+) settlements have no population; they count as 0 persons\.$/, '$1 个居民点没有人口数，按 0 人计。'],
  [/^travel\.slope has no effect: .*$/, '坡度未计入：只有在道路上步行才受坡度影响。'],
  [/^Cars go as fast as the road's sign or class says; .*$/, '车辆按道路限速或等级行驶；所填速度只用于往返路边的步行。'],
  [/^Closures in force count: (.*)\.$/, '当前封闭已计入：$1。'],
  [/^(\d+) of the thresholds used are unverified; see standards in the summary\.$/, '所用阈值中有 $1 条未经核实，见“所用标准”。'],
  [/^A settlement counts with all its people where .*$/, '居民点落在风险区内或在隐患点、线威胁范围内时，按其全部人口计。'],
  [/^No zone, point or line was selected: .*$/, '没有选中任何风险区、隐患点或线，无可核查。'],
  [/^No site was selected: .*$/, '没有选中任何危险源，无可核查。'],
  [/^(\d+) sites are points: .*$/, '$1 处危险源是点：距离自该点量起，不是自厂界。'],
  [/^(\d+) zones have no danger class today: .*$/, '$1 个林区没有当日火险等级：所在乡镇没有气象指数，或林区没有等级。'],
  [/^(\d+) km of belts have no width: .*$/, '$1 公里防火带没有宽度，只计公里，不计亩。'],
  [/^(\d+) km of belts were given the width of their kind\.$/, '$1 公里防火带按种类取宽度。'],
  [/^No hazard was selected: nothing is exposed\.$/, '没有选中任何致灾对象，因此没有受影响的要素。'],
  [/^The stored geometry of these hazards is not valid and was repaired for this run: (.*)\.$/, '以下致灾对象的图形有误，本次分析已作修复：$1。'],
  [/^(\d+) exposed features of risk:(\w+) have no population; they count as 0 persons\.$/, '$2 图层中有 $1 个受影响要素没有人口数，按 0 人计。'],
];

const TITLES: Record<string, string> = {
  'No such process': '没有这种分析',
  'No such job': '没有这项任务',
  'Result not ready': '结果尚未完成',
  'Job dismissed': '任务已取消',
  'Result no longer kept': '结果已不再保存',
  'Invalid input': '输入有误',
  'Malformed JSON': '请求格式有误',
  'Not JSON': '请求格式有误',
  'Time over': '分析超时',
  'Too much at once': '服务繁忙，请稍后再试',
  'Data changed meanwhile': '分析期间数据有变动，请重试',
  Interrupted: '分析被中断，请重试',
  'Defect of the service': '服务内部错误',
  'Not Found': '地址不存在',
  Unauthorized: '需要登录',
  Forbidden: '没有权限',
  'Too Many Requests': '尝试过于频繁，请稍后再试',
};

/** In: a warning of an analysis, as the service says it. */
export function warningIn(text: string): string {
  if (lang() !== 'zh') return text;
  for (const [pattern, chinese] of WARNINGS) if (pattern.test(text)) return text.replace(pattern, chinese);
  return text;
}

/** In: the title of a problem. */
export function titleIn(title: string): string {
  return lang() === 'zh' ? (TITLES[title] ?? title) : title;
}
