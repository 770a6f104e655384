import { useRef } from "preact/hooks"
import type { LedgerPage, PageRow } from "../../../../flows/victim/ledger-page.ts"
import { REASONS } from "../../../../messages/ledger-unread.ts"
import { idleWords } from "../../../../messages/ledger-words.ts"
import { lang, say } from "../../state.ts"
import { answers, isPaid } from "../case.ts"
import { isCited } from "./answers.ts"
import { hasLists, isPicked } from "./state.ts"
import * as words from "./words.ts"

interface TableProps {
    readonly label: string
    readonly page: LedgerPage
    readonly onTick: (first: number, last: number, isIn: boolean) => void
    readonly onTake: (row: number, orderId: string, isIn: boolean) => void
}

/** Rows with two boxes each; with Shift held down all rows between are ticked. */
export function RowTable({ label, page, onTick, onTake }: TableProps) {
    const last = useRef<number>(undefined)
    const shown = page.columns.flatMap((name, at) => {
        const named = words.COLUMN_NAMES[name]
        return named === undefined ? [] : [{ name, at, title: say(named) }]
    })
    if (page.rows.length === 0) return <p class="soft">{say(words.NO_ROWS)}</p>
    const tick = (row: number, isIn: boolean, isRange: boolean): void => {
        const other = isRange ? (last.current ?? row) : row
        last.current = row
        onTick(Math.min(other, row), Math.max(other, row), isIn)
    }
    return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        <section class="wide" tabIndex={0} aria-label={say(words.ROWS_TITLE(label))}>
            <table class="cells rows">
                <thead>
                    <tr>
                        <th scope="col">{say(words.ROW)}</th>
                        <th scope="col">{say(words.NOT_MINE(isPaid.value))}</th>
                        <th scope="col">{say(words.TAKE_ROW)}</th>
                        {shown.map(({ name, title }) => (
                            <th scope="col" key={name}>
                                {title}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {page.rows.map((row) => (
                        <Row key={row.number} label={label} row={row} page={page} onTick={tick} onTake={onTake}>
                            {shown.map(({ name, at }) => (
                                <td key={name}>{cellText(name, row.cells[at] ?? "", row, page)}</td>
                            ))}
                        </Row>
                    ))}
                </tbody>
            </table>
        </section>
    )
}

function cellOf(row: PageRow, page: LedgerPage, name: string): string {
    return row.cells[page.columns.indexOf(name)] ?? ""
}

/** A cell as a person reads it: the clock without its T, a side in words, a fee with its asset. */
function cellText(name: string, text: string, row: PageRow, page: LedgerPage): string {
    if (text === "") return ""
    if (name === "wall") return text.replace("T", " ")
    const side = words.SIDES[text]
    if (name === "side" && side !== undefined) return say(side)
    const asset = name === "fee1" || name === "realised" ? cellOf(row, page, `${name}_asset`) : ""
    return asset === "" ? text : `${text} ${asset}`
}

interface RowProps {
    readonly label: string
    readonly row: PageRow
    readonly page: LedgerPage
    readonly onTick: (row: number, isIn: boolean, isRange: boolean) => void
    readonly onTake: TableProps["onTake"]
    readonly children: preact.ComponentChildren
}

function Row({ label, row, page, onTick, onTake, children }: RowProps) {
    const { number } = row
    const use = cellOf(row, page, "use")
    const orderId = cellOf(row, page, "order_id")
    const isTicked = isPicked(label, number, row.isChosen)
    const mark = useRef(false)
    return (
        <tr class={isTicked && use === "used" ? "picked" : use === "used" ? "" : "aside"}>
            <th scope="row">{number}</th>
            <td>
                {use === "used" ? (
                    <label class="tick">
                        <input
                            type="checkbox"
                            class="box-only"
                            checked={isTicked}
                            aria-label={say(words.NOT_MINE_OF(number, isPaid.value))}
                            onClick={(event) => {
                                mark.current = event.shiftKey
                            }}
                            onChange={(event) => onTick(number, event.currentTarget.checked, mark.current)}
                        />
                        {isTicked && !hasLists.value ? <span>{say(words.IS_GUESS)}</span> : null}
                    </label>
                ) : (
                    whyText(cellOf(row, page, "why"))
                )}
            </td>
            <td>
                {isOffered(cellOf(row, page, "kind"), cellOf(row, page, "class")) ? (
                    <label class="tick">
                        <input
                            type="checkbox"
                            class="box-only"
                            checked={isCited(answers.value, label, number, orderId)}
                            aria-label={say(words.TAKE_ROW_OF(number))}
                            onChange={(event) => onTake(number, orderId, event.currentTarget.checked)}
                        />
                    </label>
                ) : null}
            </td>
            {children}
        </tr>
    )
}

/** Whether a row can stand for an order or a transfer of the case. */
function isOffered(kind: string, of: string): boolean {
    return /^(?:order|trade|withdrawal)$/.test(kind) || /^(?:transfer|withdrawal)$/.test(of)
}

function whyText(why: string): string {
    return why in REASONS ? REASONS[why as keyof typeof REASONS][lang.value] : idleWords(why)[lang.value]
}
