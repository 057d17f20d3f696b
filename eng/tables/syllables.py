#!/usr/bin/env python3
"""Writes Names/Tables/kana.tsv, ethiopic.tsv, indic.tsv and thai.tsv: scripts whose letters are syllables or carry a vowel.

Kana and Ethiopic letters are read from their names in the Unicode Character Database (Unicode licence V3); the rest is ours.
Run from the project's root."""
import unicodedata as u
from pathlib import Path

TABLES = Path('src/Ostrakon/Names/Tables')

def write(name, head, rows):
    (TABLES / f'{name}.tsv').write_text(f'# {head} Written by eng/tables/syllables.py: do not edit.\n' + '\n'.join('\t'.join(r).rstrip('\t') for r in rows) + '\n', encoding='utf-8')
    print(name, len(rows))

# ---- kana: hiragana stands for both (katakana is mapped to it before the table is asked) ----
KUNREI = {}
HEPBURN = {'si': 'shi', 'ti': 'chi', 'tu': 'tsu', 'hu': 'fu', 'zi': 'ji', 'di': 'ji', 'du': 'zu'}
rows, base = [], {}
for cp in range(0x3041, 0x3097):
    name = u.name(chr(cp)).replace('HIRAGANA LETTER ', '').lower()
    if name.startswith('small '): continue
    base[chr(cp)] = name
for c, s in base.items():
    if s == 'n': rows.append((c, 'n')); rows += [(f'[ん]{x}', 'n', '', 'm') for x in 'ばびぶべぼぱぴぷぺぽまみむめも']; continue
    if s in ('wi', 'we'): rows.append((c, s[1:])); continue
    if s == 'wo': rows.append((c, 'o', '', 'wo')); continue
    rows.append((c, HEPBURN.get(s, s), s))
SMALL = {'ゃ': 'a', 'ゅ': 'u', 'ょ': 'o'}
for c, s in base.items():
    if not s.endswith('i') or s in ('i', 'wi'): continue
    stem = HEPBURN.get(s, s)[:-1]
    for small, v in SMALL.items():
        rows.append((c + small, (stem if stem in ('sh', 'ch', 'j') else stem + 'y') + v, s[:-1] + 'y' + v))
FOREIGN = {'ふ': 'f', 'ゔ': 'v', 'て': 't', 'で': 'd', 'と': 't', 'ど': 'd', 'つ': 'ts', 'う': 'w', 'く': 'kw', 'ぐ': 'gw', 'し': 'sh', 'じ': 'j', 'ち': 'ch', 'い': 'y', 'す': 's', 'ず': 'z'}
for c, s in FOREIGN.items():
    for small, v in zip('ぁぃぅぇぉ', 'aiueo'): rows.append((c + small, s + v))
    if c in 'ふゔてで':
        for small, v in SMALL.items(): rows.append((c + small, s + ('y' + v)))
rows += [(s, v) for s, v in zip('ぁぃぅぇぉ', 'aiueo')] + [('ゃ', 'ya'), ('ゅ', 'yu'), ('ょ', 'yo'), ('ゎ', 'wa'), ('ゕ', 'ka'), ('ゖ', 'ke'), ('ー', '-'), ('っ', '-')]
# a small tsu doubles the consonant that follows
for row in list(rows):
    c = row[0]
    if c[0] in 'かきくけこさしすせそたちつてとぱぴぷぺぽがぎぐげござじずぜぞだでどばびぶべぼふ' and '[' not in c:
        double = lambda s: s and ('t' + s if s.startswith('ch') else s[0] + s)
        rows.append(('っ' + c, *map(double, row[1:])))
# long vowels are written once
O = [r for r in rows if r[1].endswith('o') and '[' not in r[0]]
U = [r for r in rows if r[1].endswith('u') and '[' not in r[0]]
rows += [(c[0] + 'う', c[1], *[x and x for x in c[2:3]], *(['']*(0 if len(c) > 2 else 1)), c[1] + 'u') for c in O] + [(c[0] + 'う', c[1], *(c[2:3] or ['']), c[1] + 'u') for c in U] + [('おお', 'o', '', 'oo')]
write('kana', 'Japanese kana, keyed by hiragana. Source: Unicode letter names (Unicode licence V3), combinations by this project.\n# Schemes: Hepburn without long marks | Kunrei | Hepburn with long vowels in full.', rows)

# ---- Ethiopic ----
rows = []
for cp in range(0x1200, 0x1380):
    name = u.name(chr(cp), '')
    if not name.startswith('ETHIOPIC SYLLABLE '): continue
    s = name.removeprefix('ETHIOPIC SYLLABLE ').replace('GLOTTAL ', '').replace('PHARYNGEAL ', '').replace('SEBATBEIT ', '').lower()
    c, v = s.rstrip('aeiou'), s[len(s.rstrip('aeiou')):]
    # Unicode's a ee e stand for the first, fifth and sixth order: e, e and no vowel in names; aa is a.
    v = {'a': 'e', 'aa': 'a', 'ee': 'e', 'e': ''}.get(v, v)
    c = {'sz': 's', 'hh': 'h', 'x': 'h', 'tz': 'ts', 'qh': 'q', 'kx': 'k', 'ny': 'ny', 'zh': 'zh', 'th': 't', 'ph': 'p', 'ch': 'ch', 'dd': 'd'}.get(c, c)
    if c == '': v = {'e': 'a', '': 'i'}.get(v, v)
    if c in ('h',) and v == 'e' and s.endswith('a'): v = 'a'
    rows.append((chr(cp), (c + v) or 'a', c + 'i' if v == '' and c else ''))
write('ethiopic', 'Ethiopic (Amharic, Tigrinya). Source: Unicode letter names (Unicode licence V3), vowels adjusted to usual spellings by this project.', rows)

# ---- Brahmic scripts: all blocks from Devanagari to Malayalam have the same order and are mapped to Devanagari ----
CONS = dict(zip('कखगघङचछजझञटठडढणतथदधनऩपफबभमयरऱलळऴवशषसह', 'k kh g gh n ch chh j jh n t th d dh n t th d dh n n p ph b bh m y r r l l zh v sh sh s h'.split()))
CONS |= {'क़': 'q', 'ख़': 'kh', 'ग़': 'gh', 'ज़': 'z', 'ड़': 'r', 'ढ़': 'rh', 'फ़': 'f', 'य़': 'y'}
CONS = {u.normalize('NFC', k): v for k, v in CONS.items()} | {'\u0958': 'q', '\u0959': 'kh', '\u095a': 'gh', '\u095b': 'z', '\u095c': 'r', '\u095d': 'rh', '\u095e': 'f', '\u095f': 'y'}
VOWELS = dict(zip('अआइईउऊऋएऐओऔऍऑऎऒ', 'a a i i u u ri e ai o au a o e o'.split()))
SIGNS = dict(zip('ािीुूृेैोौॅॉॆॊ', 'a i i u u ri e ai o au a o e o'.split()))
V = ''.join(SIGNS) + '्'
TAMIL = {'k': 'g', 't': 'd', 'p': 'b', 'ch': 's', 'th': 't'}
rows = [('vowels:', V)]
for c, s in CONS.items():
    if len(c) > 1:
        rows += [(c, s + 'a'), (f'[{c}]V', s), (f'[{c}]$', s)]; continue
    # schemes: Hindi and the rest | Bengali (inherent o, b for v) | Tamil (voiced between vowels)
    b, t = {'v': 'b', 'y': 'y', 'j': 'j'}.get(s, s), TAMIL.get(s, s)
    rows += [(c, s + 'a', b + 'o', t + 'a'), (f'[{c}]V', s, b, t), (f'[{c}]$', s, b, t), (f'[{c}]ं', s + 'a', b + 'o', t + 'a'), (f'्[{c}]$', s + 'a', b + 'o', t + 'a')]
    if s not in ('y', 'v', 'h'): rows.append((c + '़', {'k': 'q', 'j': 'z', 'ph': 'f', 'd': 'r', 'g': 'gh'}.get(s, s)))
rows += [(k, v) for k, v in {**VOWELS, **SIGNS}.items()]
rows += [('्', '-'), ('ं', 'n'), ('[ं]प', 'm'), ('[ं]ब', 'm'), ('[ं]म', 'm'), ('ँ', 'n'), ('ः', 'h'), ('़', '-'), ('ॐ', 'om'), ('ज्ञ', 'gy', 'gg'), ('क्ष', 'ksha', 'kkh'), ('[क्ष]V', 'ksh', 'kkh')]
rows += [(chr(0x966 + i), str(i)) for i in range(10)]
write('indic', 'Indic scripts, mapped to Devanagari. Own table (Apache-2.0). V = vowel signs.\n# Schemes: Hindi, Marathi, Nepali | Bengali | Tamil.', rows)

# ---- Thai (and Lao, mapped to it); leading vowels are moved behind their consonant before the table is asked ----
INIT = dict(zip('กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ',
    'k kh kh kh kh kh ng ch ch ch s ch y d t th th th n d t th th th n b p ph f ph f ph m y r l w s s s h l - h'.split()))
PLAIN = dict(zip('กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ',
    'k k k k k k ng j ch ch s ch y d t t t t n d t t t t n b p p f p f p m y r l v s s s h l - h'.split()))
FINAL = {**{c: 'k' for c in 'กขคฆ'}, **{c: 't' for c in 'จชซฎฏฐฑฒดตถทธศษส'}, **{c: 'n' for c in 'ญณนรลฬ'}, **{c: 'p' for c in 'บปพฟภ'}}
rows = [('vowels:', 'ะัาิีึืุูเแโใไำ็')]
for c, s in INIT.items():
    rows.append((c, s, PLAIN[c]))
    if c in FINAL: rows.append((f'[{c}]$', FINAL[c], PLAIN[c]))
rows += list(zip('ะัาิีึืุูแโใไำเ', 'a a a i i ue ue u u ae o ai ai am e'.split()))
rows += [('ื', 'ue', 'u'), ('ึ', 'ue', 'u'), ('็', '-'), ('่', '-'), ('้', '-'), ('๊', '-'), ('๋', '-'), ('์', '-'), ('ฯ', '-'), ('ๆ', '-'), ('ฤ', 'ri', 'rue'), ('รร', 'an'), ('ัว', 'ua'), ('เา', 'ao'), ('เีย', 'ia'), ('เือ', 'uea', 'ua'), ('เอ', 'oe', 'er'), ('เิ', 'oe', 'er'), ('เาะ', 'o'), ('แะ', 'ae'), ('โะ', 'o')]
rows += [(c + '์', '-') for c in INIT]        # a silent letter
write('thai', 'Thai and Lao. Own table (Apache-2.0) after the Royal Thai General System.\n# Schemes: Royal Thai | without aspiration, as often in names.', rows)
