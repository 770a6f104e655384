/** Codes about what a person hands in and says of it as a whole. A `cell` is a spreadsheet's, `B7`; sizes are bytes. */
export type IntakeIssues = {
    /** `found`: names in the case folder that may be the sheet; empty where there is none. */
    "evidence.description.no-sheet": { found: string }
    "evidence.description.new-sheet": { found: string }
    "evidence.description.row-missing": { label: string; share: "none" | "police" | "recipient" }
    "evidence.description.nothing-above": { cell: string; text: string }
    "evidence.description.handing": { cell: string }
    "evidence.description.unknown-folder": { cell: string; folder: string }
    "evidence.description.folder-recipient": { cell: string; folder: string }
    "evidence.description.folder-withheld": { cell: string; label: string; folder: string }
    "evidence.description.separate-recipient": { cell: string; label: string }
    /** Times are RFC 3339; `label` is the first of the `count` files in `labels`. */
    "evidence.file.time": { label: string; recorded: string; found: string; labels: string; count: number }
    "evidence.file.program": { file: string }
    "evidence.file.shortcut": { file: string }
    "evidence.file.private-key": { file: string }
    /** A password, a recovery phrase or a key in its text. */
    "evidence.file.secret": { file: string }
    "evidence.file.active": { file: string }
    /** Opened, it fetches something from another machine. */
    "evidence.file.remote": { file: string }
    "evidence.file.forwarded": { file: string }
    /** A table or an archive in `evidence`, that may be an export. */
    "evidence.file.table": { file: string }
    "evidence.size.packet": { bytes: number; most: number; files: string }
    /** `places` are where the case cites it. */
    "case.evidence.withheld": { label: string; places: string }
}

declare module "../issue.ts" {
    interface IssueParams extends IntakeIssues {}
}
