type None = Record<string, never>

/** Codes about what readers see of the evidence: masked copies, languages, sizes. Sizes are bytes. */
export type ExhibitIssues = {
    "evidence.mask.columns": None
    "evidence.mask.unknown-label": { label: string }
    "evidence.mask.number": { found: string }
    "evidence.mask.empty": None
    "evidence.mask.not-picture": { label: string; mediaType: string }
    "evidence.mask.outside": { label: string; widthPx: number; heightPx: number }
    "evidence.mask.reason-missing": { label: string }
    "evidence.mask.other-size": { label: string }
    "evidence.picture.damaged": { label: string; file: string }
    "evidence.picture.cut-off": { label: string; file: string }
    /** Laid on white paper it shows next to nothing. */
    "evidence.picture.blank": { label: string; file: string }
    /** It holds further pictures, which the book does not show. */
    "evidence.picture.first": { label: string; file: string }
    "evidence.picture.too-large": {
        label: string
        file: string
        megapixels: number
        most: number
        widthPx: number
        heightPx: number
        side: number
    }
    /** `most`: millions of pixels. */
    "evidence.picture.undecoded": {
        label: string
        file: string
        format: string
        fault: "damaged" | "too-large" | "coding"
        side: number
        most: number
    }
    "evidence.description.recipient-unmasked": { cell: string; label: string }
    "evidence.description.foreign": { cell: string }
    "evidence.description.printed": { cell: string }
    "evidence.description.translation-missing": { label: string }
    /** Of some files something is not said that a reader of evidence asks; `source` is told of each by itself. */
    "evidence.description.open": {
        gap: "maker" | "original" | "others" | "foreign" | "translation" | "transcript"
        labels: readonly string[]
    }
    "request.exhibit.twice": { label: string }
    "request.size.select": { bytes: number; mails: number; mailBytes: number }
    "request.size.over-mail": { bytes: number; mailBytes: number }
}

declare module "../issue.ts" {
    interface IssueParams extends ExhibitIssues {}
}
