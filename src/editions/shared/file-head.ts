import type { FileHead } from "../../facts/evidence/heads/read-head.ts"
import * as words from "./file-head.words.ts"
import { shown } from "./print.ts"

/** What a mail, chat or web archive says of itself, as the evidence list prints it. */

/** One row of an entry: its head and its lines. */
export interface HeadRow {
    readonly name: string
    readonly lines: readonly { readonly text: string }[]
}

/** Names that are printed of a list, so that a chat of hundreds stays one row. */
const MOST_NAMES = 10

/** The row of a file that has such a head. */
export function headRow(head: FileHead): HeadRow {
    return { name: words.HEAD_NAMES[head.kind], lines: linesOf(head).map((text) => ({ text })) }
}

function linesOf(head: FileHead): readonly string[] {
    switch (head.kind) {
        case "mail": {
            const { from, to, date, subject, hops } = head
            return [...labelled(words.MAIL, { from, to, date, subject }), ...(hops > 0 ? [words.hops(hops)] : [])]
        }
        case "chat": {
            const { first, last, people, messages, omitted, missing } = head
            return [
                words.period(shown(first), shown(last)),
                words.people(list(people), people.length),
                words.messages(messages),
                ...(omitted > 0 ? [words.omitted(omitted)] : []),
                ...(missing.length > 0 ? [words.missing(list(missing), missing.length)] : []),
            ]
        }
        case "web-archive": {
            const { title, created, software, pages, firstUrl, firstAt } = head
            return [
                ...labelled(words.ARCHIVE, { title, created, software }),
                words.pages(pages),
                ...(firstUrl === "" ? [] : [words.firstPage(shown(firstUrl), firstAt && shown(firstAt))]),
            ]
        }
        default:
            return head satisfies never
    }
}

/** Those that say anything. */
function labelled<K extends string>(names: Readonly<Record<K, string>>, texts: Readonly<Record<K, string>>): string[] {
    return (Object.keys(names) as K[]).flatMap((key) =>
        texts[key].trim() === "" ? [] : [words.labelled(names[key], shown(texts[key]))],
    )
}

function list(names: readonly string[]): string {
    const told = names.slice(0, MOST_NAMES).map((name) => shown(name))
    return told.join("、") + (names.length > MOST_NAMES ? words.AND_MORE : "")
}
