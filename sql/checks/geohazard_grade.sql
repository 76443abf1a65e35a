-- Where the threatened persons are a number, the danger grade is the standard's for that number.
with hazard as (
    select id, danger_grade, threatened_persons from risk.geohazard_point
    union all
    select id, danger_grade, threatened_persons from risk.geohazard_line
    union all
    select id, danger_grade, threatened_persons from risk.geohazard_zone
)
select h.id, format('%s persons are threatened: %s, not %s', h.threatened_persons, t.class, h.danger_grade) as problem
from hazard h
     join risk.standard_threshold t
          on t.topic = 'geohazard_danger' and t.quantity = 'threatened_persons' and t.valid_to is null
              and case when h.threatened_persons ~ '^\d+$' then
                           h.threatened_persons::bigint >= t.lower_bound
                           and (t.upper_bound is null or h.threatened_persons::bigint < t.upper_bound)
                  end
where h.danger_grade is not null and h.danger_grade <> t.class;
