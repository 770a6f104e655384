/** A long picture cut over several pages. */

/** Rows of a picture as one looks at it; `toPx` is the first row behind. */
export interface Rows {
    readonly fromPx: number
    readonly toPx: number
}

/** Height over width up to which a picture stays in one piece: above that of every usual phone. */
const TALLEST = 2.6
/** Height over width of a strip: that of a phone's screen, so that its print is no smaller than on the phone. */
const STRIP = 2.2
/** Height of a page in pixels at the density above which pictures are not blown up: a narrow strip fills the page. */
const PAGE_PX = 790
/** What a strip repeats of the one before, as a share of the width: two lines of a chat. */
const OVERLAP = 0.12
/** A picture that would need more is cut into so many longer ones. */
const MOST = 60

/** The strips of a picture from top to bottom, equally high but for a pixel; one for a picture that is not long. */
export function stripsOf({ widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number }): Rows[] {
    if (heightPx <= TALLEST * widthPx || heightPx <= PAGE_PX) return [{ fromPx: 0, toPx: heightPx }]
    const overlap = Math.ceil(OVERLAP * widthPx)
    const most = Math.max(Math.ceil(STRIP * widthPx), PAGE_PX)
    const count = Math.min(MOST, Math.ceil((heightPx - overlap) / (most - overlap)))
    const step = (heightPx - overlap) / count
    return Array.from({ length: count }, (_, i) => ({
        fromPx: Math.floor(i * step),
        toPx: i === count - 1 ? heightPx : Math.floor((i + 1) * step) + overlap,
    }))
}
