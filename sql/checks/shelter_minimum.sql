-- A standardised shelter has at least the places that its tier asks for.
select s.id, format('%s places; a standardised %s shelter has at least %s', s.capacity, s.tier, t.lower_bound) as problem
from risk.shelter s
     join risk.standard_threshold t on t.topic = 'shelter_tier' and t.class = s.tier and t.quantity = 'capacity'
                                    and t.valid_to is null
where s.standardised and s.capacity < t.lower_bound;
