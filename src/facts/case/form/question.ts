import type { Words } from "../../../base/lang.ts"
import type { INCIDENT_CAUSES, INCIDENT_KINDS } from "../schema.ts"
import type { ChoiceName } from "./choices.data.ts"

/**
 * What a case is asked, as data: the home of every label, hint and example, for the workbook, for case.yaml, for findings,
 * for `check --show` and for a page. `form.data.ts` puts the parts in order.
 */

/**
 * `text` is kept to the last blank; `code` (numbers, addresses, ids), `amount`, `date` and `time` can hold no outer blanks;
 * `choice` has words for codes; `labels` are several labels of evidence in one cell; `desk` is the id of a recipient.
 */
export type AnswerKind = "text" | "code" | "amount" | "date" | "time" | "choice" | "labels" | "desk"

/** For which cases something is asked: one of the kinds, or one of the causes. */
export interface When {
    readonly kinds?: readonly (typeof INCIDENT_KINDS)[number][]
    readonly causes?: readonly (typeof INCIDENT_CAUSES)[number][]
}

export interface Question {
    /** Place in the case: `reporter.name`, `orders[].symbol`, `wanted[]`. */
    readonly field: string
    readonly kind: AnswerKind
    readonly label: Words
    readonly hint?: Words
    readonly example?: Words
    readonly words?: ChoiceName
    /** Offered in a drop-down, yet anything may be typed. No commas. */
    readonly offers?: readonly Words[]
    /** For a list of texts on the sheet of questions: how many cells it has at least. */
    readonly rows?: number
    /** The case cannot do without it. */
    readonly required?: true
    readonly when?: When
}

/** Questions under one heading of the first sheet. */
export interface Section {
    readonly title: Words
    readonly note?: Words
    /** Where else in the workbook something of it is filled in. */
    readonly elsewhere?: Words
    readonly when?: When
    /** Lists that belong here, filled in on sheets of their own. */
    readonly lists?: readonly string[]
    readonly questions: readonly Question[]
}

/** A list of the case that is filled in as rows of a sheet. */
export interface List {
    /** `loss.assets` */
    readonly path: string
    /** What it is called where it stands alone: 六、少了什么. */
    readonly title: Words
    /** What a row of it is called where a sheet holds several lists. */
    readonly word: Words
    readonly note?: Words
    /** Cases that are asked for at least one entry. */
    readonly when?: When
}

/** A column, with the question that it asks in each list of its sheet. */
export interface Column {
    /** Stands in the hidden row of the head. */
    readonly id: string
    readonly label: Words
    readonly hint?: Words
    readonly example?: Words
    /** In characters. */
    readonly width: number
    readonly questions: readonly Question[]
}

/** A sheet of rows. */
export interface Table {
    readonly name: Words
    readonly guide: Words
    readonly lists: readonly List[]
    readonly columns: readonly Column[]
    /** Which list the example row belongs to, where there are several. */
    readonly example?: string
}

type Pair = readonly [zh: string, en: string]

interface More {
    readonly hint?: Pair
    readonly eg?: Pair | string
    readonly words?: ChoiceName
    readonly offers?: readonly Pair[]
    readonly rows?: number
    readonly required?: true
    readonly when?: When
    /** Said of the column and of none of its questions. */
    readonly column?: { readonly hint?: Pair; readonly eg?: Pair | string }
}

/** How a time is written where it is one text; a form with a field for each part says it otherwise. */
export const WRITE_TIME: Pair = [
    "写明时区；只知道哪一天的写日期，记不准的前面写“约”，不知道的写 不清楚",
    "with its time zone; a date alone, “about” in front, or “not known” will do",
]
/** The same in a column. */
export const WRITE_TIME_SHORT: Pair = ["写明时区；约、不清楚也可以", "with time zone; “about” and “not known” will do"]

export const words = ([zh, en]: Pair): Words => ({ "zh-CN": zh, en })

function furtherOf({ hint, eg, offers, column: _, ...more }: More): Omit<Question, "field" | "kind" | "label"> {
    return {
        ...more,
        ...(hint === undefined ? {} : { hint: words(hint) }),
        ...(eg === undefined ? {} : { example: words(typeof eg === "string" ? [eg, eg] : eg) }),
        ...(offers === undefined ? {} : { offers: offers.map(words) }),
    }
}

/** A question. */
export function ask(field: string, kind: AnswerKind, label: Pair, more: More = {}): Question {
    return { field, kind, label: words(label), ...furtherOf(more) }
}

/**
 * A column of a sheet; for each list that has it the field, or the question where it is called something else there.
 *
 * @param fields - Told apart by their list; the first gives the column its id.
 */
export function column(
    label: Pair,
    kind: AnswerKind,
    width: number,
    fields: readonly (string | Question)[],
    more: More = {},
): Column {
    const questions = fields.map((field) => (typeof field === "string" ? ask(field, kind, label, more) : field))
    const { hint, example } = furtherOf({ ...more, ...more.column })
    return {
        id: questions[0]?.field ?? "",
        label: words(label),
        ...(hint === undefined ? {} : { hint }),
        ...(example === undefined ? {} : { example }),
        width,
        questions,
    }
}
