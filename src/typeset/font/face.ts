import type { Lang } from "../../base/lang.ts"

/** What layout and the PDF writer share about fonts. Metrics are in 1/1000 em, y up. */

/** File name in `fonts/` without extension, for example `NotoSansSC-Regular`. */
export type FaceId = string

export interface FaceStyle {
    /** `mono`: commands, in one weight. */
    readonly family: "serif" | "sans" | "mono"
    readonly weight: 400 | 700
    /**
     * Language of the run; `zh-CN` where absent. It decides only what the text leaves open: whether a quote or dash
     * with nothing beside it takes its Chinese or its Latin form.
     */
    readonly lang?: Lang | undefined
}

/** One glyph with the text it stands for: a cluster of one or more code points. */
export interface Glyph {
    readonly face: FaceId
    readonly gid: number
    /** Text of the cluster; what a text extractor must yield. Never empty. */
    readonly text: string
    /** Advance width in 1/1000 em. */
    readonly advance: number
}

/** The fonts of a run: picks a face for each cluster along the fallback chain. */
export interface FontSet {
    /** One glyph per cluster, in text order. Clusters that no face has are returned with gid 0; call `missing` first. */
    shape(text: string, style: FaceStyle): readonly Glyph[]
    /** Code points of the text that no face of the chain has, each once, in order. */
    missing(text: string, style: FaceStyle): readonly string[]
    /** What is added to the advance of a glyph before another of its face, in 1/1000 em; 0 for those of two faces. */
    kern(left: Glyph, right: Glyph): number
}
