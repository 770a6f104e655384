/**
 * Characters by the way they stand at the ends of lines: GB/T 15834—2011 §5.1, CLREQ (W3C Note, 2024) §6.1.3
 * 行首行尾禁则, the wider set of JIS X 4051 for what they leave open. Everything not listed is CJK or Latin by script.
 */

/** May not end a line. */
export const OPENERS = "（〈《「『【〔〖［｛｢〘〚([{“‘〝⦅«‹"
/** May not begin a line; blank in their right half where full-width. */
export const CLOSERS = "）〉》」』】〕〗］｝｣〙〛)]}”’〞〟⦆»›"
/** Pauses and stops, full-width: may not begin a line. */
export const POINTS = "、。，．：；？！‼⁇⁈⁉・·‧•〜～–々ー〻ゝゞヽヾ／／ァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎゕゖ"
/** Pauses and stops, narrow: as above, and nothing breaks between them and the letter that follows. */
export const NARROW_POINTS = ".,:;?!"
/** Signs that follow a number. */
export const POSTFIXES = "%‰‱℃℉°′″¢％￠"
/** Signs that lead a number, and boxes to tick. */
export const PREFIXES = "￥¥$€£₩№#＄＃□☐☑☒■"
export const DASHES = "—―⸺"
export const ELLIPSES = "…⋯"
/** Among these, adjacent full-width punctuation is set closer: ink stands in the left half, the right one is blank. */
export const RIGHT_BLANK = "、。，．：；）〉》」』】〕〗］｝”’"
/** Ink in the right half, the left one is blank. */
export const LEFT_BLANK = "（〈《「『【〔〖［｛“‘"
/** Counted after a number without a break. */
export const UNITS = "年月日时分秒号点岁元角万亿个件页条款项次人份张笔名组位天周台部卷册级类"
/** After these a long id, address or path may break. */
export const ID_SEPARATORS = "/\\.-_:,;?&=#@+~|"
