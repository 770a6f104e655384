/** Why a file of exports is no table that is read. */
export type UnreadReason =
    | "empty"
    | "html"
    | "positions"
    | "earn"
    | "access-log"
    | "plan"
    | "pdf"
    | "old-xls"
    | "password"
    | "nested"
    | "archive"
    | "office"
    | "damaged"
    | "too-large"
    | "not-text"
/** Why a row of an export could not be read. */
export type RowReason =
    | "number-damaged"
    | "number-ambiguous"
    | "number-malformed"
    | "time"
    | "cells"
    | "torn"
    | "too-long"
    | "side"
    | "missing"
    | "no-value"
    | "no-column"
    | "report-unknown"
    | "header"
    | "above"
    | "total"
/** What a stated figure differs by, where that is exactly something the rows have. */
export type GapCause = "none" | "cancelled-fills" | "fees" | "one-fee" | "sign"

/** Export files, and what a case says against what they show. Rows are those of the file, from 1. */
export interface LedgerIssues {
    "case.exports.file": { found: string }
    "case.exports.zone": { found: string }
    "case.exports.rows": { found: string }
    "case.exports.row": { found: string }
    "case.exports.columns": { found: string }
    "ledger.file.unknown": { label: string; header: string }
    "ledger.file.unreadable": { label: string; reason: UnreadReason }
    "ledger.file.not-there": { label: string }
    "ledger.zone.missing": { label: string }
    "ledger.zone.disputed": { label: string; zone: string; other: string }
    "ledger.zone.proposed": { label: string; zone: string; by: "clock" | "format" }
    "ledger.report.missing": { label: string }
    "ledger.rows.problem": {
        label: string
        count: number
        row: number
        column: string
        found: string
        reason: RowReason
    }
    "ledger.rows.spoiled": { label: string; count: number }
    "ledger.rows.rounded": { label: string; count: number }
    /** `rows`: those that count and that nobody who opens the workbook sees; `columns`: read ones of that sort. */
    "ledger.rows.hidden": {
        label: string
        sheet: string
        isHidden: "sheet" | "no"
        count: number
        rows: string
        columns: string
    }
    "ledger.rows.unknown-state": { label: string; count: number; names: string }
    "ledger.rows.coarse": { label: string; count: number; lost: "second" | "clock"; by: "format" | "other" }
    "ledger.rows.unknown-operation": { label: string; count: number; names: string }
    /** `sums`: what these rows add up to, by asset, with signs. */
    "ledger.chosen.unknown-operation": { label: string; count: number; names: string; sums: string }
    /** More was borrowed than repaid by the chosen rows. */
    /** `way`: more came (`in`) or went of what the changes have within. */
    "ledger.chosen.aside": {
        what: "earn" | "transfer"
        asset: string
        came: string
        went: string
        open: string
        way: "in" | "out"
    }
    /** `rows`: those that were listed behind `end`, the last row that the file has. */
    "ledger.chosen.no-row": { label: string; rows: string; end: number }
    /** Rows that were listed of an archive; `names`: the labels of its files. */
    "ledger.chosen.packed": { label: string; rows: string; names: string }
    /** Rows whose state says that they are not completed; `sums`: what they are of. */
    "ledger.chosen.waiting": { label: string; count: number; rows: string; states: string; sums: string }
    /** Rows of a list of earn products, which no sum takes. */
    "ledger.chosen.earn": { label: string; count: number }
    "ledger.chosen.half": { label: string; count: number }
    "ledger.chosen.loan": { asset: string; borrowed: string; repaid: string; open: string }
    "ledger.sheets.unread": { label: string; sheets: string }
    /** No date of the file has a number above twelve. */
    "ledger.dates.order": { label: string; order: "dmy" | "mdy" | "ymd" }
    /** Columns were named, and no row was read by them; `columns`: those that the header does not have. */
    "ledger.columns.absent": { label: string; header: string; columns: string; by: "report" | "header" }
    /** Nothing tells rows that came in from those that left; `column` is one that may. */
    "ledger.columns.way": { label: string; by: "from" | "other" | "owner" | "side" | "sign"; column: string }
    /** Amounts that may be in another unit: the smallest one, or, by the name of their column, thousands or ten thousands. */
    "ledger.columns.decimals": { label: string; column: string; by: "smallest" | "multiple" }
    "ledger.columns.strange": { label: string; columns: string }
    /** Names of assets with letters of other scripts or characters that nobody sees, by their codes. */
    "ledger.assets.strange": { label: string; names: string }
    "ledger.rows.repeated": { label: string; count: number; row: number }
    /** `count` transactions of a chain; of the first its hash, and where it stands. */
    "ledger.rows.same-transaction": { count: number; hash: string; place: string }
    "ledger.rows.shortened": { label: string; count: number }
    /**
     * `count` rows of `part` are events of which `whole` has a row too; `place` names the first of them in both, `more` is
     * how many it leaves out. `alone`: `X01 2`, rows of the same time of which the other file has nothing.
     */
    "ledger.overlap.paired": {
        part: string
        whole: string
        count: number
        by: "transaction" | "conversion"
        fee: "within" | "none"
        place: string
        more: number
        alone: string
    }
    "ledger.overlap.doubt": { first: string; second: string; place: string; by: "amount" | "likely" }
    "ledger.overlap.touch": { first: string; second: string; at: string; rows: string }
    "ledger.encoding.old": { label: string; encoding: string }
    /** `by`: trades on margin have the same header, so that the files may be of two accounts within one. */
    "ledger.overlap.differs": {
        first: string
        second: string
        from: string
        to: string
        rows: string
        by: "margin" | "other"
    }
    "ledger.market.untold": { labels: string }
    "ledger.overlap.same": { first: string; second: string; count: number }
    /** All rows that a file has of a span stand in another one, which has more; `filter`: what it was exported for alone. */
    "ledger.overlap.within": { part: string; whole: string; count: number; filter: string }
    /** Two files that may tell of the same events, of which one has named columns; both count. */
    "ledger.overlap.beside": { first: string; second: string }
    "ledger.overlap.apart": { first: string; second: string }
    "ledger.accounts.several": { names: string }
    "ledger.exchanges.several": { names: string }
    /** `own` is the exchange whose files count; empty where there is no file of it. */
    "ledger.exchanges.other": { exchange: string; labels: string; own: string }
    "ledger.gap": { before: string; after: string; from: string; to: string }
    "ledger.clock.off": { label: string; rows: string }
    "ledger.chosen.none": { from: string; to: string }
    /** `beside`: of these, rows that another file has within these times. */
    "ledger.chosen.proposed": { count: number; beside: number; from: string; to: string }
    "ledger.reconciliation.gap": { what: string; name: string; left: string; right: string; gap: string; asset: string }
    "ledger.row.absent": { found: string }
    "ledger.row.unfit": { found: string }
    "ledger.answer.no-finding": { found: string }
    "ledger.unfinished": { count: number }
    "ledger.record.differs": { label: string }
    "ledger.case.net-loss": { id: string; stated: string; computed: string; gap: string; cause: GapCause }
    "ledger.case.net-loss-open": { id: string; stated: string; names: string }
    "ledger.case.asset": { id: string; asset: string; stated: string; computed: string; files: string }
    /** The exports give more of an asset that is said to be gone, and no row by which it went. */
    "ledger.case.asset-gained": { id: string; asset: string; stated: string; gained: string; files: string }
    "ledger.case.purchase": { id: string; what: string; stated: string; computed: string; files: string }
    "ledger.case.day": { id: string; end: "from" | "to"; stated: string; utc: string; beijing: string }
    "ledger.case.order": { id: string; order: string; field: string; stated: string; recorded: string; place: string }
    "ledger.case.transfer": { id: string; stated: string; place: string }
    /** Rows that left the account and stand nowhere in the case; `found` tells the first of them. */
    "ledger.case.withdrawal-untold": { id: string; count: number; found: string; place: string; more: number }
    /** A row that lies more than a day behind the time at which the case was prepared. */
    "ledger.case.short": { id: string; end: "from" | "to"; stated: string; found: string; place: string }
    "ledger.case.later": { id: string; stated: string; found: string; place: string }
    "ledger.case.clock-shift": { id: string; stated: string; recorded: string; place: string }
    "ledger.case.earlier": { id: string; stated: string; found: string; place: string }
    "ledger.case.used-before": { id: string; found: string; place: string }
    "ledger.case.uid": { id: string; stated: string; found: string; label: string }
    "ledger.case.equivalent": { id: string; stated: string; computed: string }
}

declare module "../issue.ts" {
    interface IssueParams extends LedgerIssues {}
}
