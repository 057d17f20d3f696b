#!/usr/bin/env python3
"""Writes Names/Tables/han.tsv (readings of Han characters) and han-japanese.tsv (rules for Japanese names in kanji).

Readings: Unihan database 15 as Debian's package unicode-data installs it (/usr/share/unicode, Unicode licence). Name readings of
kanji: learned from the pairs of name parts given as arguments (CC0). Characters: those of the national standards GB 2312,
JIS X 0208, KS X 1001 and level 1 of Big5. Run from the project's root: han.py parts_japanese.tsv.gz"""
import bz2, collections, gzip, re, sys, unicodedata as u
from pathlib import Path

TABLES = Path('src/Ostrakon/Names/Tables')

def unihan(file, *fields):
    found = collections.defaultdict(dict)
    for line in bz2.open(f'/usr/share/unicode/Unihan_{file}.txt.bz2', 'rt', encoding='utf-8'):
        if line[0] == '#' or '\t' not in line: continue
        code, field, value = line.rstrip('\n').split('\t')
        if field in fields: found[int(code[2:], 16)][field] = value
    return found

def plain(s): return re.sub('[^a-z]', '', ''.join(c for c in u.normalize('NFD', s.lower().replace('ü', 'v').replace('u\u0308', 'v')) if u.category(c) != 'Mn').replace('v', 'u'))

reading = unihan('Readings', 'kMandarin', 'kCantonese', 'kHangul', 'kJapaneseOn', 'kJapaneseKun')
sets = unihan('OtherMappings', 'kGB0', 'kBigFive', 'kJis0', 'kKSC0')
chosen = [c for c, s in sorted(sets.items()) if 0x4E00 <= c <= 0x9FFF
          and ('kGB0' in s or 'kJis0' in s or 'kKSC0' in s or 'kBigFive' in s and int(s['kBigFive'][:4], 16) <= 0xC67E)]
# The reading in names where it is not the usual one.
FAMILY = {'单': 'shan', '單': 'shan', '解': 'xie', '查': 'zha', '仇': 'qiu', '区': 'ou', '區': 'ou', '曾': 'zeng', '盖': 'ge', '蓋': 'ge', '尉': 'wei', '覃': 'qin', '乐': 'yue', '樂': 'yue', '朴': 'piao', '翟': 'zhai', '冼': 'xian', '洗': 'xi'}
lines = []
for c in chosen:
    r = reading.get(c, {})
    hangul = r.get('kHangul', '').split(' ')[0].split(':')[0]
    row = [chr(c), FAMILY.get(chr(c)) or plain(r.get('kMandarin', '').split(' ')[0]), re.sub('[0-9].*', '', r.get('kCantonese', '')), hangul]
    if row[1]: lines.append('\t'.join(row).rstrip('\t'))
(TABLES / 'han.tsv').write_text(f'''# Readings of Han characters. Written by eng/tables/han.py from the Unihan database 15.0 (Unicode licence): do not edit.
# character	Mandarin (pinyin)	Cantonese (jyutping)	Korean (hangul)
''' + '\n'.join(lines) + '\n', encoding='utf-8')

def hepburn(s):
    s = s.lower()
    for a, b in (('sya', 'sha'), ('syu', 'shu'), ('syo', 'sho'), ('tya', 'cha'), ('tyu', 'chu'), ('tyo', 'cho'), ('zya', 'ja'), ('zyu', 'ju'), ('zyo', 'jo'),
                 ('ou', 'o'), ('uu', 'u'), ('oo', 'o')): s = s.replace(a, b)
    return re.sub('[^a-z]', '', s)

# Readings of kanji that are common in names, by knowledge of the language; the first is the rule.
NAMES = """田ta 山yama 川kawa 河kawa 本moto 元moto 村mura 井i 藤fuji 佐sa 高taka 橋hashi 小ko 林hayashi 加ka 伊i 渡wata 辺be 邊be 邉be 中naka 鈴suzu 木ki
松matsu 石ishi 斎sai 斉sai 齋sai 清kiyo 水mizu 森mori 池ike 阿a 部be 前mae 野no 原hara 島shima 嶋shima 崎saki 﨑saki 坂saka 上ue 下shita 大o 西nishi 東higashi 北kita
南minami 三mi 浦ura 谷tani 口guchi 内uchi 宮miya 竹take 福fuku 安yasu 倍be 岸kishi 菅suga 義yoshi 偉hide 晋shin 文fumi 雄o 太ta 郎ro 朗ro 一ichi 子ko 美mi
恵e 惠e 健ken 和kazu 弘hiro 正masa 明aki 隆taka 孝taka 博hiro 幸yuki 男o 夫o 彦hiko 介suke 助suke 輔suke 樹ki 輝teru 司ji 真ma 眞ma 直nao 茂shige 純jun 勝katsu 久hisa
信nobu 昭aki 哲tetsu 浩hiro 誠makoto 豊toyo 洋yo 麻asa 生o 今ima 岡oka 丸maru 平hira 金kane 古furu 新ara 黒kuro 白shira 青ao 赤aka 市ichi 町machi 星hoshi 月tsuki 日hi 花hana
香ka 春haru 夏natsu 秋aki 冬fuyu 雪yuki 次ji 治ji 二ji 五go 六roku 七nana 八hachi 九ku 十ju 千chi 万man 光mitsu 徳toku 永naga 長naga 尾o 沢sawa 澤sawa 津tsu 塚tsuka 手te 戸to
土tsuchi 堀hori 堤tsutsumi 岩iwa 工ku 宇u 矢ya 矢ya 矢ya 吉yoshi 良yoshi 好yoshi 芳yoshi 喜ki 貴taka 重shige 成nari 也ya 哉ya 悠yu 優yu 勇yu 裕hiro 祐yu 雅masa 昌masa 政masa 将masa 俊toshi
敏toshi 利toshi 智tomo 知tomo 友tomo 朋tomo 章aki 彰aki 秀hide 英hide 栄ei 武take 剛tsuyoshi 毅takeshi 進susumu 実minoru 修osamu 学manabu 聡satoshi 愛ai 理ri 里ri 奈na 菜na 名na 那na 江e 枝e 絵e 代yo 世yo
由yu 結yu 佳ka 花hana 夕yu 央o 衣i 織ori 沙sa 紗sa 早haya 咲saki 陽yo 翔sho 蓮ren 拓taku 達tatsu 竜ryu 龍ryu 辰tatsu 虎tora 熊kuma 鬼oni 神kami 仁jin 礼rei 忠tada 貞sada 定sada 康yasu 泰yasu 保yasu
憲nori 則nori 範nori 紀nori 典nori 法nori 教nori 啓kei 圭kei 慶kei 敬kei 桂kei 景kage 影kage 国kuni 邦kuni 州su 洲su 城shiro 根ne 柳yanagi 桜sakura 梅ume 杉sugi 楠kusu 榎eno 梶kaji 柴shiba 芝shiba 荒ara 相ai 飯ii 稲ina
米yone 麦mugi 豆mame 塩shio 浜hama 濱hama 湯yu 泉izumi 滝taki 瀬se 波nami 海umi 湊minato 港minato 船fune 舟fune 馬ma 牛ushi 犬inu 鳥tori 鶴tsuru 亀kame 貝kai 魚uo 羽ha 毛ke 目me 足ashi 首kubi 頭kashira 心kokoro 玉tama 宝takara
王o 公kimi 君kimi 臣omi 士shi 師shi 兵hei 衛e 門mon 左sa 右u 近kon 遠to 外soto 間ma 関seki 所tokoro 場ba 道michi 路ji 橘tachibana 園sono 庄sho 倉kura 蔵kura 屋ya 家ie 社sha 寺tera 堂do 院in"""
fixed = dict(re.findall(r'(\S)([a-z]+)', NAMES))

def candidates(c):
    r = reading.get(ord(c), {})
    out = {hepburn(x) for k in ('kJapaneseOn', 'kJapaneseKun') for x in r.get(k, '').split(' ')} | ({fixed[c]} if c in fixed else set())
    for x in list(out):
        if x.endswith(('ru', 'ku', 'su', 'mu')) and len(x) > 3: out.add(x[:-2])
    voiced = {'k': 'g', 's': 'z', 't': 'd', 'h': 'b', 'f': 'b'}
    out |= {('j' + x[2:] if x[:2] == 'sh' else voiced[x[0]] + x[1:]) for x in out if x and x[0] in voiced}
    return {x for x in out if x}

def explain(latin, native):
    """The readings whose concatenation is the Latin form; one kanji may have a reading that no dictionary gives."""
    best = None
    def go(i, rest, found, unknown):
        nonlocal best
        if best and best[1] <= unknown: return
        if i == len(native):
            if not rest: best = (found, unknown)
            return
        for c in sorted(candidates(native[i]), key=len, reverse=True):
            if rest.startswith(c): go(i + 1, rest[len(c):], found + [c], unknown)
        if unknown == 0 and i + 1 == len(native) and 1 < len(rest) < 7: go(i + 1, '', found + [rest], 1)
    go(0, latin, [], 0)
    return best and best[0]

counts = collections.defaultdict(collections.Counter)
for file in sys.argv[1:]:
    for line in gzip.open(file, 'rt', encoding='utf-8'):
        l, n = line.rstrip('\n').split('\t')[:2]
        if not re.fullmatch('[\u3400-\u9fff]{1,4}', n): continue
        found = explain(hepburn(plain(l)), n)
        for c, r in zip(n, found or ()): counts[c][r] += 1
rules = {c: v for c, v in fixed.items()}
for c, seen in counts.items():
    top, n = seen.most_common(1)[0]
    if n >= 3 or n >= 2 and c not in fixed: rules[c] = top
for c in chosen:
    if chr(c) in rules or 'kJis0' not in sets[c]: continue
    r = reading.get(c, {})
    on, kun = (hepburn(r.get(k, '').split(' ')[0]) for k in ('kJapaneseOn', 'kJapaneseKun'))
    verb = len(kun) > 5 or kun.endswith(('ru', 'ku', 'su', 'mu', 'shii'))      # a verb's reading stands in no name
    if (kun and not verb) or on: rules[chr(c)] = kun if kun and not verb else on
(TABLES / 'han-japanese.tsv').write_text(f'''# Japanese name readings of kanji. Written by eng/tables/han.py: do not edit.
# Source: common name readings by this project (Apache-2.0) and from public pairs of name parts
# (steveash/NETransliteration-COLING2018, from Wikidata, CC0); the rest are the first readings of the Unihan database 15.0 (Unicode licence).
''' + '\n'.join('\t'.join(x) for x in sorted(rules.items())) + '\n', encoding='utf-8')
print(len(lines), len(rules), file=sys.stderr)
