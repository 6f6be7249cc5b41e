"""The words that say who speaks, who works, and what still has to be done."""

TASK_VERBS = (
    r"ring|re-?ring|call|phone|email|e-mail|text|txt|write|chase|book|rebook|order|refer|"
    r"re-?refer|send|post|"
    r"scan|upload|update|arrange|organise|request|ask|check|find|get|give|tell|let|inform|notify|"
    r"diary|diarise|"
    r"put|add|log|file|copy|print|complete|finish|do|draft|prep|prepare|type|record|note|review|"
    r"r/v|visit|"
    r"revisit|see|speak|spk|talk|discuss|d/w|s/w|follow|f/u|pick|collect|drop|take|bring|buy|pay|"
    r"apply|"
    r"submit|confirm|cancel|rearrange|reschedule|set|sort|source|look|read|share|circulate|"
    r"invite|attend|"
    r"remind|reminder|consider|explore|agree|assess|convene|escalate|raise|seek|obtain|try|retry|"
    r"fix|fit|"
    r"move|transfer|close|open|start|make|meet|feed|contact|liaise|signpost|support|help|nudge|"
    r"query|"
    r"double-?check|progress|pursue|mileage|chronol|chronology|minutes|need to|needs to|must|tbc"
)
FAMILY = (
    r"mum|mam|mom|mummy|mammy|mother|dad|da|daddy|father|nan|nana|nanna|nanny|gran|granny|"
    r"grandma|grandmother|"
    r"grandad|grandfather|grandpa|granda|sister|sis|brother|bro|aunt|auntie|aunty|uncle|cousin|"
    r"step-?mum|"
    r"step-?dad|stepfather|stepmother|mgm|mgf|pgm|pgf|partner|ptnr|husband|wife|son|daughter|dtr|"
    r"niece|nephew|"
    r"granddad|step-?parent|parent|grandparent|grandchild|godparent|sibling|relative|spouse|"
    r"widowed|offspring|mgp|pgp|"
    r"carer|foster carer|fc|host|boyfriend|girlfriend|ex|family|parents|neighbour|friend|"
    r"flatmate|sponsor"
)
PROFESSIONAL = (
    r"gp|hv|health visitor|school|sch|teacher|head|ht|dsl|senco|ta|police|pc|dc|ds|sgt|nurse|dn|"
    r"cpn|doctor|dr|"
    r"consultant|registrar|ot|physio|salt|ward|midwife|mw|idva|amhp|imca|iro|guardian|cg|"
    r"solicitor|housing|"
    r"landlord|manager|tm|key ?worker|support worker|pa|fsw|ssw|warden|staff|camhs|probation|yot|"
    r"yjs|nursery|"
    r"chair|duty|edt|provider|agency|pharmacist|paramedic|interpreter|social worker|sw|office|"
    r"college|tutor|"
    r"advocate|judge|court|hospital|surgery|team|attendance|mash|legal"
)
PERSON_AT_CENTRE = (
    r"child|yp|young person|pt|patient|resident|person|tenant|client|service user|su|baby|bb|kids|"
    r"children"
)
REPORTING = (
    r"says|said|say|sez|told|tells|telling|reports|reported|states|stated|claims|claimed|thinks|"
    r"thought|feels|"
    r"felt|reckons|reckoned|confirmed|confirms|explained|explains|denies|denied|denying|asked|"
    r"asks|mentioned|"
    r"admits|admitted|replied|wants|wanted|advised|adv|insists|insisted|described|describes|agrees|"
    r"shared|disclosed|recalled|believes|believed|complained|complains|goes|shouted|whispered|"
    r"wondered|hopes"
)
