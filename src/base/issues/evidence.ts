type None = Record<string, never>

/** Codes of `money/`, `evidence/` and `office/`. A `cell` is a spreadsheet's, `B7`. */
export type EvidenceIssues = {
    "money.amount.empty": None
    "money.amount.malformed": { text: string }
    "money.amount.ambiguous": { text: string }
    "money.amount.exponent": { text: string }
    "money.amount.signed": { text: string }
    "money.amount.too-precise": { text: string; asset: string; decimals: number; places: number }
    "money.amount.respelled": { text: string; read: string }

    "evidence.file.changed": { label: string; file: string; importedAt: string }
    "evidence.file.missing": { label: string; file: string }
    /** A file that was registered, is shown to nobody and is gone. */
    "evidence.file.withdrawn": { label: string; file: string }
    /** A link, or another thing that is no file. */
    "evidence.file.irregular": None
    "evidence.file.renamed": { label: string; file: string; to: string }
    "evidence.file.not-imported": { file: string; folder: string }
    "evidence.file.duplicate": { file: string; label: string; other: string }
    "evidence.file.empty": { file: string }
    "evidence.file.extension": { file: string; mediaType: string }
    "evidence.file.unrecognised": { file: string; extension: string }
    "evidence.file.skipped": { file: string }
    /** A label that is to be taken out and stands in no record. */
    "evidence.remove.unknown": { label: string }
    /** A file that is to be taken out and still lies in the folder. */
    "evidence.remove.there": { label: string; file: string }
    "evidence.name.invisible": { file: string }
    "evidence.name.twice": { file: string }
    /** `gbk`: what a Chinese Windows would read in the bytes; empty where that makes no sense. */
    "evidence.name.undecodable": { file: string; gbk: string }
    "evidence.lock.unreadable": None
    "evidence.lock.version": { version: string }
    "evidence.lock.field": { field: string }
    "evidence.lock.twice": { label: string; file: string }
    "evidence.description.columns": { missing: string }
    "evidence.description.extra-column": { cell: string }
    "evidence.description.unknown-label": { cell: string; label: string }
    "evidence.description.twice": { cell: string; label: string }
    "evidence.description.row-mixed": { cell: string; label: string }
    "evidence.description.others-data": { cell: string }
    "evidence.description.share": { cell: string; found: string; choices: string }
    "evidence.description.recipient-unstated": { cell: string; label: string }
    "evidence.description.caption-missing": { label: string }
    "evidence.description.source-missing": { label: string }

    "office.file.not-xlsx": None
    "office.file.old-format": None
    "office.file.damaged": None
    "office.file.too-large": None
    "office.text.unprintable": { cell: string }
    "office.text.too-long": { cell: string; length: number; limit: number }
    "office.cell.date": { cell: string; stored: string }
    "office.cell.number": { cell: string; stored: string }
    "office.cell.formula": { cell: string }
    "office.cell.no-text": { cell: string; stored: string }
}

declare module "../issue.ts" {
    interface IssueParams extends EvidenceIssues {}
}
