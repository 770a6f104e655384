/**
 * Writing systems whose letters can be set one after the other, each by the glyph that its font has for it (values of
 * the Unicode property Script, UAX #24). All others join, reorder or stack their letters, or run from right to left;
 * set plainly they would be wrong, although fonts have glyphs for them: Noto Sans draws Devanagari.
 */
const SIMPLE = [
    "Common",
    "Inherited",
    "Latin",
    "Greek",
    "Cyrillic",
    "Armenian",
    "Georgian",
    "Han",
    "Hiragana",
    "Katakana",
    "Bopomofo",
    "Hangul",
    "Yi",
    "Braille",
]

/** A sign shared by several scripts counts as simple where one of them is; the comma of Arabic is Arabic. */
const PLAIN = new RegExp(`^[${SIMPLE.map((name) => `\\p{scx=${name}}`).join("")}]$`, "u")
/** Letters of which Hangul syllables are put together; the syllables themselves are single characters. */
const JAMO = /^[\u1100-\u11FF\uA960-\uA97F\uD7B0-\uD7FF]$/
/** Not yet in the engine's tables: new emoji and symbols, which need no shaping. */
const UNASSIGNED = /^\p{Cn}$/u

/** True for characters of writing systems that this program cannot set: it draws one glyph after the other. */
export function needsShaping(codePoint: number): boolean {
    const character = String.fromCodePoint(codePoint)
    return JAMO.test(character) || !(PLAIN.test(character) || UNASSIGNED.test(character))
}
