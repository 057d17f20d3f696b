#!/usr/bin/env python3
"""eu_xml.py IN.yaml.gz OUT.xml: a third party's YAML conversion of the EU file, turned back into the official XML 1.1 for measurements.

What the conversion dropped stays dropped; everything that joins entries (names, kinds, dates, documents, UN numbers) is there."""
import gzip, sys, yaml
from xml.sax.saxutils import quoteattr

def tag(name, attributes, inner=''):
    return '<' + name + ''.join(f' {k}={quoteattr(str(v))}' for k, v in attributes if v not in (None, '')) + (f'>{inner}</{name}>' if inner else '/>')

def entity(e):
    alias = lambda a: tag('nameAlias', [('firstName', a.get('first_name')), ('middleName', a.get('middle_name')), ('lastName', a.get('last_name')),
        ('wholeName', a.get('whole_name')), ('nameLanguage', a.get('name_language')), ('strong', str(a.get('strong', True)).lower()), ('logicalId', a.get('logical_id'))])
    country = lambda x: ('countryIso2Code', x.get('country_iso2_code'))
    parts = [tag('regulation', [('regulationType', r.get('regulation_type')), ('publicationDate', r.get('publication_date')), ('programme', r.get('programme'))])
             for r in e.get('regulations') or []]
    kind = e.get('subject_type') or {}
    parts += [tag('subjectType', [('code', kind.get('code')), ('classificationCode', kind.get('classification_code'))])]
    parts += [alias(a) for a in e.get('name_aliases') or [] if a.get('whole_name')]
    parts += [tag('citizenship', [country(c)]) for c in e.get('citizenships') or []]
    parts += [tag('birthdate', [('circa', str(b.get('circa', False)).lower()), ('birthdate', b.get('birthdate')), ('year', b.get('year')),
                                ('yearRangeFrom', b.get('year_range_from')), ('yearRangeTo', b.get('year_range_to'))]) for b in e.get('birthdates') or []]
    parts += [tag('identification', [('number', i.get('number')), ('identificationTypeCode', i.get('identification_type_code')), country(i)])
              for i in e.get('identifications') or [] if i.get('number')]
    return tag('sanctionEntity', [('unitedNationId', e.get('united_nation_id')), ('euReferenceNumber', e.get('eu_reference_number')),
                                  ('logicalId', e.get('logical_id'))], '\n'.join(parts))

with gzip.open(sys.argv[1], 'rt', encoding='utf-8') as source, open(sys.argv[2], 'w', encoding='utf-8') as target:
    target.write('<?xml version="1.0" encoding="UTF-8"?>\n<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-03-01T00:00:00+01:00">\n')
    for e in yaml.load_all(source, Loader=yaml.CSafeLoader):
        if e: target.write(entity(e) + '\n')
    target.write('</export>\n')
