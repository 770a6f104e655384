import { type Issue, issue } from "../../base/issue.ts"
import type { PhotoRole } from "./photo-role.ts"

/** What is known of an identity photo; the pixels themselves stay where they are. */
export interface PhotoFacts {
    readonly role: PhotoRole
    readonly name: string
    readonly widthPx?: number
    readonly heightPx?: number
    /** Mean brightness of the fields of a grid over the picture; absent where the file could not be decoded. */
    readonly look?: Uint8Array
    /** It shows next to nothing. */
    readonly isBlank?: boolean
}

/**
 * Short edge in pixels below which print on the card may be illegible. The card is about 54 mm high: 600 pixels are
 * some 280 dpi, at which the police number is read without effort.
 */
export const LEGIBLE_PX = 600
/** Short edge below which nobody can read it: 140 dpi of a card that fills the picture leave 10 pixels for a character. */
export const SMALLEST_PX = 300

/** Three different pictures with something on them, each large enough to be read. */
export function checkPhotos(photos: readonly PhotoFacts[]): Issue[] {
    return photos.flatMap(({ role, name, widthPx, heightPx, look, isBlank = false }, i) => {
        if (isBlank) return [issue("request.photo.blank", [name], { role, file: name })]
        const issues: Issue[] = []
        const twin = photos.slice(0, i).find((other) => looksAlike(look, other.look))
        if (twin !== undefined)
            issues.push(issue("request.photo.alike", [name], { role, first: twin.name, second: name }))
        if (widthPx === undefined || heightPx === undefined) return issues
        const size = { role, file: name, width: widthPx, height: heightPx }
        const short = Math.min(widthPx, heightPx)
        if (short < SMALLEST_PX) issues.push(issue("request.photo.tiny", [name], { ...size, least: SMALLEST_PX }))
        else if (short < LEGIBLE_PX)
            issues.push(issue("request.photo.small", [name], { ...size, least: LEGIBLE_PX }, "warning"))
        return issues
    })
}

/** Difference of brightness, of 255, that saving a picture again can make in a field of the grid. */
const SAVED_AGAIN = 4

function looksAlike(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
    return a !== undefined && b !== undefined && a.every((value, i) => Math.abs(value - (b[i] ?? 0)) <= SAVED_AGAIN)
}
