/**
 * Characters by the way they stand at the ends of lines: GB/T 15834—2011 §5.1, CLREQ (W3C Note, 2024) §6.1.3
 * 行首行尾禁则, the wider set of JIS X 4051 for what they leave open. Everything not listed is CJK or Latin by script.
 */

/** May not end a line (§5.1.3). */
export const OPENERS = "（〈《「『【〔〖［｛｢〘〚([{“‘〝⦅⟦«‹"
/** May not begin a line (§5.1.3); blank in their right half where full-width. */
export const CLOSERS = "）〉》」』】〕〗］｝｣〙〛)]}”’〞〟⦆⟧»›"
/** Pauses and stops, connecting marks and middle dots, full-width: may not begin a line (§5.1.1, 5.1.2, 5.1.6, 5.1.7). */
export const POINTS = "、。，．：；？！‼⁇⁈⁉・·‧•〜～–々ー〻ゝゞヽヾァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎゕゖ"
/** Pauses and stops, narrow: as above, and nothing breaks between them and the letter that follows. */
export const NARROW_POINTS = ".,:;?!"
/** Separating marks: may neither begin nor end a line (§5.1.9). The narrow one is Latin where both sides are. */
export const SLASHES = "／/"
/** Connecting marks between two values: a range stays whole where it can. */
export const RANGES = "～〜–—~"
/** Signs that follow a number. */
export const POSTFIXES = "%‰‱℃℉°′″¢％￠㎎㎏㎜㎝㎞㎡㎥㏄"
/** Signs that lead a number, and boxes to tick. */
export const PREFIXES = "￥¥$€£₩№#＄＃±−≈≥≤＞＜□☐☑☒■"
export const DASHES = "—―⸺"
export const ELLIPSES = "…⋯"
/** Parts of an expression (720×1560, ½) and of a masked word (××市): they stay with what they stand beside. */
export const WORD_SIGNS = "×÷½¼¾⅓⅔⅛⅜⅝⅞²³¹⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"
/** Among these, adjacent full-width punctuation is set closer: ink stands in the left half, the right one is blank. */
export const RIGHT_BLANK = "、。，．：；）〉》」』】〕〗］｝”’"
/** Ink in the right half, the left one is blank. */
export const LEFT_BLANK = "（〈《「『【〔〖［｛“‘"
/** Counted after a number without a break. */
export const UNITS =
    "年月日时分秒号点岁元角万亿千百个件页条款项次人份张笔名组位天周台部卷册级类室栋楼层户倍枚股批期届轮场行列字种家套包段局所代步辆门路街区版集章节季米克吨升公小里平倾顷"
/** Numerals that a unit may follow: 3.5万元. */
export const NUMERALS = "万亿千百"
/** A time is read with its zone: these are words. */
export const ZONES = ["北京时间", "世界协调时", "世界时", "当地时间", "本机时间"]
/** After these a long id, address or path may break. */
export const ID_SEPARATORS = "/\\.-_:,;?&=#@+~|"
/** Numbers of articles. */
export const CJK_NUMERALS = "〇零一二三四五六七八九十百千"
/** What numbers of documents begin with, of the bodies that rules are quoted of: a closed list. */
export const NUMBER_WORDS = "国发|国办发|公通字|公网安|法发|法释|高检发|高检发释字|司发通|银发|汇发|证监发"
/** What a name ends with that is the name of a file: a closed list, as `27800.2076` and `app.kodex.us` are none. */
export const FILE_ENDINGS =
    "pdf|docx?|xlsx?|csv|tsv|txt|json|ya?ml|xml|html?|eml|msg|png|jpe?g|gif|bmp|tiff?|webp|heic|avif|svg|mp[34]|mov|avi|mkv|m4a|wav|amr|zip|gz|7z|rar|tar|sig|pub|db|log|DS_Store"
