#!/usr/bin/env python3
"""Writes src/Ostrakon/Names/Tables/folding*.tsv: what every letter and digit is without case, marks and compatibility forms.

The decompositions are those of the Unicode Character Database as Python carries it (Unicode licence V3); the letters that
Unicode does not decompose (o with stroke ...) and the second, "sounded" spellings are ours. Run from the project's root."""
import unicodedata as u
from pathlib import Path

TABLES = Path('src/Ostrakon/Names/Tables')

# Marks that carry no sound of their own; marks of Indic and South-East Asian scripts are vowels and stay.
DROPPED = [(0x300, 0x36F), (0x483, 0x489), (0x591, 0x5C7), (0x610, 0x61A), (0x64B, 0x65F), (0x670, 0x670), (0x6D6, 0x6ED),
           (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F)]
# Letters with a mark that makes them another letter; they are only lower-cased.
KEPT = set('йёїўѓќґєіђћљњџј' + 'ϊϋ' + 'آأإؤئ' + 'がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽゔガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴ')
# Latin letters that Unicode does not decompose.
PLAIN = {'æ': 'ae', 'œ': 'oe', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'ð': 'd', 'þ': 'th', 'ß': 'ss', 'ħ': 'h', 'ı': 'i', 'ŋ': 'n', 'ĸ': 'k',
         'ŧ': 't', 'ƀ': 'b', 'ɓ': 'b', 'ƃ': 'b', 'ƈ': 'c', 'ɗ': 'd', 'ɖ': 'd', 'ƌ': 'd', 'ǝ': 'e', 'ə': 'a', 'ɛ': 'e', 'ƒ': 'f',
         'ɠ': 'g', 'ɣ': 'g', 'ɨ': 'i', 'ƙ': 'k', 'ƚ': 'l', 'ɲ': 'n', 'ƞ': 'n', 'ɔ': 'o', 'ɵ': 'o', 'ƥ': 'p', 'ʀ': 'r', 'ʃ': 'sh', 'ƭ': 't',
         'ʈ': 't', 'ʊ': 'u', 'ʋ': 'v', 'ƴ': 'y', 'ƶ': 'z', 'ʒ': 'zh', 'ǥ': 'g', 'ȼ': 'c', 'ɉ': 'j', 'ɇ': 'e', 'ɍ': 'r', 'ɏ': 'y', 'ᵹ': 'g',
         'ꞌ': '', 'ʻ': '', 'ŀ': 'l', 'ŉ': 'n', 'ſ': 's', 'ƿ': 'w', 'ȝ': 'y', 'ȣ': 'ou', 'ǆ': 'dz', 'ǉ': 'lj', 'ǌ': 'nj', 'ɐ': 'a', 'ɑ': 'a',
         'ƨ': 's', 'ƅ': '', 'ƣ': 'gh', 'ƹ': 'z', 'ƽ': 's', 'ɂ': '', 'ꝁ': 'k', 'ⱥ': 'a', 'ⱦ': 't', 'ɫ': 'l', 'ᵽ': 'p', 'ɽ': 'r', 'ɱ': 'm', 'ɥ': 'h', 'ɯ': 'u', 'ʌ': 'v', 'ʔ': '', 'ʕ': ''}
# The spelling that keeps the sound where the letter has one: German, Nordic, Turkish, Slavic, Romanian, Spanish, Vietnamese ...
SOUNDED = {'ä': 'ae', 'ö': 'oe', 'ü': 'ue', 'å': 'aa', 'ø': 'oe', 'ş': 'sh', 'ș': 'sh', 'š': 'sh', 'ś': 'sh', 'ç': 'ch', 'č': 'ch', 'ć': 'ch',
           'ž': 'zh', 'ź': 'zh', 'ż': 'zh', 'đ': 'dj', 'ñ': 'ny', 'ń': 'ny', 'ň': 'ny', 'ţ': 'ts', 'ț': 'ts', 'ğ': 'gh', 'ł': 'w', 'ř': 'rz', 'ə': 'e',
           'ŋ': 'ng', 'ð': 'th', 'ŝ': 'sh', 'ĉ': 'ch', 'ĝ': 'j', 'ĵ': 'zh', 'ě': 'ie', 'ą': 'on', 'ę': 'en'}
# Arabic letters that are one letter to a reader (Persian, Urdu and Kurdish keyboards; hamza carriers stay).
ALIKE = {'ى': 'ي', 'ی': 'ي', 'ۍ': 'ي', 'ې': 'ي', 'ے': 'ي', 'ۓ': 'ي', 'ک': 'ك', 'ڪ': 'ك', 'ہ': 'ه', 'ھ': 'ه', 'ە': 'ه', 'ۀ': 'ه', 'ۂ': 'ه', 'ۃ': 'ة', 'ٱ': 'ا',
         'ۇ': 'و', 'ۆ': 'و', 'ۈ': 'و', 'ۋ': 'و', 'ڤ': 'ف', 'ں': 'ن', 'ڼ': 'ن', 'ټ': 'ت', 'ٹ': 'ت', 'ډ': 'د', 'ڈ': 'د', 'ړ': 'ر', 'ڑ': 'ر', 'ڕ': 'ر', 'ږ': 'ژ', 'ښ': 'ش',
         'ځ': 'ز', 'څ': 'څ', 'ڵ': 'ل', 'ګ': 'گ', 'ڭ': 'ڭ', 'ݢ': 'گ', 'ڠ': 'ڭ', 'ڽ': 'ن', 'ۏ': 'و', 'ڬ': 'گ', 'ڨ': 'ق', 'ڥ': 'ف', 'ێ': 'ي'}

def dropped(c): return u.category(c) in ('Mn', 'Me') and any(a <= ord(c) <= b for a, b in DROPPED)

def fold(c):
    low = c.lower() if len(c.lower()) == 1 else u.normalize('NFC', c.lower())
    if low in KEPT: return low
    if low in ALIKE: return ALIKE[low]
    out = []
    for d in u.normalize('NFKD', low):
        if dropped(d): continue
        if d in PLAIN: out.append(PLAIN[d]); continue
        lowered = u.normalize('NFKD', d.lower())
        for e in lowered:
            if dropped(e): continue
            out.append(PLAIN.get(e, ALIKE.get(e, e)))
    text = u.normalize('NFC', ''.join(out))
    return ''.join(x for x in text if u.category(x)[0] in 'LMN').replace('ς', 'σ')

def sounded(c, folded):
    low = u.normalize('NFC', c.lower())
    return SOUNDED.get(low, '')

common, other = [], []
for cp in range(0x80, 0x20000):
    if 0xAC00 <= cp <= 0xD7A3 or 0xD800 <= cp <= 0xDFFF or 0xE000 <= cp <= 0xF8FF: continue
    if 0x2460 <= cp <= 0x24FF or 0x3200 <= cp <= 0x33FF: continue          # enclosed and squared: symbols, not words
    if 0x1F100 <= cp <= 0x1F2FF: continue
    c = chr(cp)
    if u.category(c)[0] not in 'LN' and cp not in (0x2160,): continue
    if u.category(c) in ('Lm',) and 0x2B0 <= cp <= 0x2FF: continue          # modifier letters: apostrophes and marks
    if u.category(c) == 'No' and not ('\u00b2' <= c <= '\u00b9' or 0x2070 <= cp <= 0x2089): continue
    text = fold(c)
    if u.category(c) == 'Nd': text = str(u.decimal(c))
    second = sounded(c, text)
    if text == c and not second: continue
    (common if cp < 0x700 or 0x1E00 <= cp < 0x2000 else other).append(f'{cp:04X}\t{text}' + (f'\t{second}' if second else ''))

HEADER = '''# What {what} is without case, marks and compatibility forms. Written by eng/tables/folding.py: do not edit.
# Source: decompositions of the Unicode Character Database {version} (Unicode licence V3); letters that it does not decompose
# and sounded spellings by this project (Apache-2.0).
# code point	folded	sounded spelling
'''
for name, what, lines in (('folding', 'a letter of the common alphabets', common), ('folding-rare', 'any other letter', other)):
    (TABLES / f'{name}.tsv').write_text(HEADER.format(what=what, version=u.unidata_version) + '\n'.join(lines) + '\n', encoding='utf-8')
    print(name, len(lines))
