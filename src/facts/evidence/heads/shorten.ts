/** The longest text that is told of a file, in characters. */
const LONGEST = 300

/** A text from a file as it can be printed: well formed, and cut where it is longer than anybody reads. */
export function shorten(text: string): string {
    const signs = Array.from(text.slice(0, 2 * LONGEST + 2))
    const told = signs.length > LONGEST ? `${signs.slice(0, LONGEST).join("")}……` : text
    return told.replace(/\p{Surrogate}/gu, "\uFFFD")
}
