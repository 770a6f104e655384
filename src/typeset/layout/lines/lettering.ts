import type { Lang } from "../../../base/lang.ts"
import type { Lettering, Weight } from "../../drawing/drawing.ts"
import type { FontSet, Glyph } from "../../font/face.ts"
import type { TextStyle } from "../styles.ts"
import { breakLines } from "./break-lines.ts"
import { type Cluster, type Missing, prepareInline } from "./inline.ts"

/** Text of drawings: one line at a time, sans serif, with the spacing of all other text. */

/** Glyphs of one line as set, and its width. */
export interface SetLetters {
    readonly glyphs: readonly Glyph[]
    /** Added to each advance, in 1/1000 em. */
    readonly adjust: readonly number[]
    readonly widthPt: number
}

const SHOWN: Missing = { areShown: true, add: () => undefined }

/** What drawings may ask of the fonts that layout sets them with, in a document where missing characters are shown. */
export function createLettering(fonts: FontSet, lang: Lang): Lettering {
    return {
        widthOf: (text, sizePt, weight) => setLetters(text, sizePt, weight, lang, fonts, SHOWN).widthPt,
        wrap(text, sizePt, weight, widthPt) {
            // Drawings do not squeeze lines: what could be given up counts as width.
            const clusters = shapeLine(text, sizePt, weight, lang, fonts, SHOWN).map((cluster): Cluster => {
                return { ...cluster, shrinkPt: 0, hangPt: 0 }
            })
            return breakLines(clusters, () => widthPt, false).map(({ start, end }) =>
                clusters
                    .slice(start, end)
                    .map((cluster) => cluster.text)
                    .join("")
                    .trim(),
            )
        },
    }
}

/** Shapes one line. */
export function setLetters(
    text: string,
    sizePt: number,
    weight: Weight,
    lang: Lang,
    fonts: FontSet,
    missing: Missing,
): SetLetters {
    const clusters = shapeLine(text, sizePt, weight, lang, fonts, missing)
    let widthPt = 0
    const glyphs: Glyph[] = []
    const adjust: number[] = []
    for (const [i, cluster] of clusters.entries()) {
        const kernPt = i < clusters.length - 1 ? cluster.kernPt : 0
        const own = Math.round((kernPt / sizePt) * 1e5) / 100
        widthPt += cluster.advancePt + (own * sizePt) / 1000
        if (cluster.glyph === undefined) continue
        glyphs.push(cluster.glyph)
        adjust.push(own)
    }
    return { glyphs, adjust, widthPt }
}

function shapeLine(
    text: string,
    sizePt: number,
    weight: Weight,
    lang: Lang,
    fonts: FontSet,
    missing: Missing,
): readonly Cluster[] {
    const style: TextStyle = { ...PLAIN, sizePt, linePt: sizePt, weight }
    return prepareInline([{ kind: "text", text }], style, lang, fonts, missing).segments.flat()
}

const PLAIN: TextStyle = {
    family: "sans",
    weight: 400,
    sizePt: 10,
    linePt: 10,
    color: [0, 0, 0],
    align: "start",
    indentEm: 0,
    trackEm: 0,
    insetLeftEm: 0,
    insetRightEm: 0,
    beforePt: 0,
    afterPt: 0,
    keepNext: false,
}
