"""Words that are nobody's name: ordinary words to stand where no name stands, and care vocabulary as hard negatives."""

from functools import cache

from wordfreq import top_n_list

from models.training.name_finder_names import every_name

CARE = """sertraline ramipril citalopram lorazepam diazepam methadone subutex buprenorphine naloxone paracetamol
ibuprofen amlodipine metformin gliclazide insulin Epilim lamotrigine levetiracetam olanzapine risperidone quetiapine
clozapine depot aripiprazole lithium mirtazapine fluoxetine donepezil memantine warfarin apixaban furosemide
bisoprolol omeprazole salbutamol Ventolin prednisolone amoxicillin co-codamol tramadol morphine Oramorph fentanyl
gabapentin pregabalin melatonin Ritalin methylphenidate Concerta Calpol Gaviscon Movicol laxido Fortisip Ensure
Zimmer Parkinson's Alzheimer's Down's Asperger's Tourette's Huntington's Crohn's Korsakoff's Lewy Waterlow Barthel
Bristol Gillick Fraser Makaton Tinetti Graded Care Profile Signs of Safety Thrive Mosaic Liquidlogic Eclipse
CAMHS MASH MARAC MAPPA EHCP EHA CIN LAC CLA IRO CP ICPC RCPC PLO FGC TAF TAC SENCO DSL DSA HV GP OT SLT SALT AMHP
BIA DoLS LPS MCA DST CHC NFA EDT CAFCASS Cafcass DWP PIP ESA UC DLA NRPF UASC YOT YJS DA IDVA ISVA SARC DBS EPO
ICO SGO PPO LADO MDT ABE PEP SDQ SPA SPOC CPN ED A&E HDU ICU ITU NICU MAU UTI COPD CVA TIA ADHD ASD ASC FASD PTSD
EUPD LD PMLD BPD SOB NBM PRN BD TDS PEG NG DNACPR ReSPECT pendant keysafe commode hoist slide sheet perching stool
grab rail ramp stairlift wetroom dosette Nomad blister pack pads catheter stoma dressings district nurse dietitian
physio physiotherapy rheumatoid osteoarthritis diuretics beta-blockers cellulitis sepsis pneumonia dementia delirium
psychosis epilepsy asthma eczema diabetes sickle autism dyslexia depression anxiety self-harm ligature overdose
cannabis cocaine spice ketamine heroin crack vodka Stella Frosty Special Brew section Section s47 s17 s20 s.42
Regulation Schedule Article Act Order Supervision Care Review Conference Plan Assessment Referral Panel Strategy
Discussion Meeting Core Group Chair Minutes Action Actions Background Present Apologies Outcome Views Concerns
Strengths Home Health Education Finance Risk Risks Voice Observed Discussed Agreed Update Contact Visit Statutory
Duty Allocated Manager Worker Advocate Interpreter Solicitor Guardian Magistrates Police Council Housing Benefit
Universal Credit Attendance Allowance Carers Blue Badge Personal Independence Payment Bedroom Tax Foodbank Voucher
Ramadan Eid Diwali Vaisakhi Easter Christmas Hanukkah Pesach Lent Halloween Monday Tuesday Wednesday Thursday Friday
Saturday Sunday Mon Tues Weds Thurs Fri Sat Sun January February March April May June July August September October
November December English Polish Romanian Somali Tigrinya Kurdish Sorani Arabic Urdu Punjabi Bengali Sylheti Welsh
Irish Pashto Dari Farsi Turkish Portuguese Vietnamese Cantonese Mandarin Yoruba Igbo Twi Lingala BSL Muslim Christian
Hindu Sikh Jewish Catholic Pentecostal Jehovah's Church Mosque Afghan Syrian Sudanese Eritrean Ukrainian Roma Gypsy
Traveller Afghanistan Syria Sudan Eritrea Somalia Iran Iraq Poland Romania Nigeria Ghana Jamaica Pakistan Bangladesh
India Ireland Wales Scotland England Ukraine Kosovo Vietnam China Mum Dad Nan Nana Gran Grandad Nanny Mam Mummy Daddy
Auntie Aunty Uncle Bro Sis Baby Bump Child Children YP Young Person Mother Father MGM MGF PGM PGF Stepdad Partner Ex
Landlord Neighbour Teacher Head SENCo Nurse Doctor Consultant Paediatrician Keyworker Carer Foster Sister Matron
WhatsApp Snapchat Snap Insta Instagram TikTok Facebook Roblox Fortnite Minecraft FIFA Xbox PlayStation Netflix Disney
Peppa Bluey Pokemon Lego Frozen Spiderman Elsa Sonic Teams Zoom Outlook Excel Word Tesco Asda Lidl Aldi Sainsbury's
Greggs McDonald's KFC Nandos Boots Argos Primark Poundland B&M Costa Hoover Dettol Febreze Pampers Corsa Golf Astra
Transit BMW Audi Prius Fiesta Staffie Labrador collie tabby budgie hamster""".split()
ABBREVIATIONS = """rv appt ass cntct tx dx hx rx mtg disc chk snt txt rcvd fwd approx tbc tba ongoing prev adm d/c o/c
obs mob spk sppt supvsd w/e b/f a/l t/c h/v u/s s/w f/u n/a re ref asap pls wk wks mth mths yr yrs hr hrs min mins
fone recd strat prof wkr frm abt bcos cld wld shld mgr agcy""".split()


@cache
def ordinary_words() -> tuple[str, ...]:
    """Return frequent English words that no list of ours knows as a name."""
    names = every_name()
    return tuple(
        w for w in top_n_list("en", 40_000) if w.isalpha() and len(w) > 2 and w not in names
    )
