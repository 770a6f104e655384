import { IDEOGRAPHS, RADICALS } from "./radicals.data.ts"

/** Unicode checks on what people type or paste. Findings are shown and a replacement proposed; the original stays. */

const LOOKALIKE = new Map([...RADICALS].map((radical, i) => [radical, [...IDEOGRAPHS][i] ?? radical]))

/** Bidirectional controls, zero-width and other characters that change what is read without being seen. */
const INVISIBLE =
    /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u115F\u1160\u180E\u200B\u200C\u200E\u200F\u2028-\u202E\u2060-\u2064\u2066-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu

/** `U+202E` for a code point. */
export function codePoint(character: string): string {
    return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`
}

/** Shows controls and invisible characters as `⟦U+202E⟧`, so that paper and screen say what the file says. */
export function visible(text: string): string {
    return text.replace(/\r\n?/g, "\n").replace(INVISIBLE, showCodes)
}

/** The same on one line, for names and texts in a line: line breaks and tabs as `⟦U+000A⟧`. */
export function oneLine(text: string): string {
    return visible(text).replace(/[\n\t]/g, showCodes)
}

/** Every character as `⟦U+202E⟧`. */
export function showCodes(text: string): string {
    return Array.from(text, (character) => `⟦${codePoint(character)}⟧`).join("")
}

/** Shows private-use characters by their codes: they mean something only in a font of the machine they were typed on. */
export function showPrivateUse(text: string): string {
    return text.replace(/\p{Co}/gu, showCodes)
}

export interface LookAlike {
    readonly found: string
    readonly proposed: string
}

/** CJK radicals and compatibility ideographs that stand where an ideograph belongs, with the likely intended one. */
export function findLookAlikes(text: string): readonly LookAlike[] {
    const found = new Map<string, string>()
    for (const character of text) {
        const proposed = LOOKALIKE.get(character) ?? unifiedIdeograph(character)
        if (proposed !== undefined) found.set(character, proposed)
    }
    return [...found].map(([character, proposed]) => ({ found: character, proposed }))
}

/** The ideograph of which a compatibility ideograph is another code (Unicode §22.9); `undefined` for all others. */
export function unifiedIdeograph(character: string): string | undefined {
    const code = character.codePointAt(0) ?? 0
    const isCompatibility = (code >= 0xf900 && code <= 0xfaff) || (code >= 0x2f800 && code <= 0x2fa1f)
    const normal = isCompatibility ? character.normalize("NFC") : character
    return normal === character ? undefined : normal
}

/** The first invisible or bidirectional control, or `undefined`. Line breaks and tabs are none. */
export function findInvisible(text: string): string | undefined {
    INVISIBLE.lastIndex = 0
    return INVISIBLE.exec(text)?.[0]
}

/** Turns full-width ASCII variants (U+FF01 to U+FF5E) and the ideographic space into ASCII; for ids and keys only. */
export function halfWidth(text: string): string {
    return text
        .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
        .replace(/\u3000/g, " ")
}

/** True for surrogates that pair with nothing; such text has no UTF-8 form. */
export function hasLoneSurrogate(text: string): boolean {
    return /[\uD800-\uDFFF]/u.test(text)
}
