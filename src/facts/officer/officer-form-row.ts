/**
 * A row of officer.xlsx. Kinds: `text` is kept as typed; `english`, `code` (numbers, addresses, ids), `date` and `time`
 * are read in half width; `choice` has one word per value of the schema; `gate` says whether the rows below it are wanted;
 * `record` holds the parts of one entry of a list, `list` a whole list. `group` stands for a row of yes or no for each data
 * group of the recipient, `span` for a row with begin and end for each.
 */
export type RowKind =
    | "text"
    | "english"
    | "code"
    | "date"
    | "time"
    | "choice"
    | "gate"
    | "record"
    | "list"
    | "group"
    | "span"

export interface FormRow {
    /**
     * Path in the officer data, `agency.nameZh`; one with `[]` stands for several rows: `exhibits[]` for an entry a row,
     * `request.targets[].kind` for a part a row, with the parts of an entry below each other.
     */
    readonly field: string
    readonly kind: RowKind
    /** What the row is called on the sheet; distinct. */
    readonly label: string
    /** What it was called by an earlier version. */
    readonly formerLabel?: string
    readonly hint: string
    /** Who usually knows it, where that is not who knows the rest of the section. */
    readonly who?: string
    /** For `choice`: word on the sheet -> value of the schema. Further words that people use follow in `also`. */
    readonly words?: Readonly<Record<string, string>>
    readonly also?: Readonly<Record<string, string>>
    /** Offered in a drop-down, yet anything may be typed. */
    readonly offers?: readonly string[]
    /** For `record`: the fields of an entry in the order they are written. */
    readonly parts?: readonly string[]
    /** What they are called where each has a field of its own. */
    readonly partLabels?: readonly string[]
    /** How many entries there is room for. */
    readonly count?: number
}

export interface FormSection {
    readonly title: string
    /** Who usually knows it. */
    readonly who: string
    readonly rows: readonly FormRow[]
}

/** The word of yes and no rows. */
export const YES = "是"
export const NO = "否"

const rowOf =
    (kind: RowKind) =>
    (field: string, label: string, hint: string, who?: string): FormRow => ({
        field,
        kind,
        label,
        hint,
        ...(who === undefined ? {} : { who }),
    })

export const text = rowOf("text")
export const english = rowOf("english")
export const code = rowOf("code")
export const date = rowOf("date")
export const time = rowOf("time")

/** A row with these words in its drop-down, each with the value of the schema. */
export const choice =
    (words: Readonly<Record<string, string>>) =>
    (field: string, label: string, hint: string): FormRow => ({ field, kind: "choice", label, hint, words })
