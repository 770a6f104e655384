import { useEffect, useRef, useState } from "preact/hooks"
import { parseZone } from "../../../../base/text/time.ts"
import { printRowList } from "../../../../facts/case/row-list.ts"
import { clockText } from "../../../../facts/ledger/clock.ts"
import { isBound, type LedgerPage, type RowView } from "../../../../flows/victim/ledger-page.ts"
import { Sheet } from "../../parts/frame.tsx"
import { href, say, work } from "../../state.ts"
import { answer, answers, isPaid, trouble } from "../case.ts"
import { EXPORTS, exportPlace, LEDGER } from "../places.ts"
import { Trouble } from "../trouble.tsx"
import { type Ranges, rowsOf, withCited, withRows } from "./answers.ts"
import { knownFiles } from "./known.ts"
import { RowTable } from "./row-table.tsx"
import { asked, ensureLedger, hasLists, ledger, proposed, told, useLedger } from "./state.ts"
import * as words from "./words.ts"

/** The rows of a file, some at a time: which are not the reporter's, and which stand for orders and transfers. */

const MOST = 50
const BEIJING = 480

/** Takes what was proposed as the reporter's own list, so that a change is made in it. */
function settleProposed(): unknown {
    if (hasLists.value) return answers.value
    return proposed().reduce(
        (tree, [label, rows]) => withRows(tree, label, rows === "all" ? "all" : rows, true),
        answers.value,
    )
}

export function RowsPage({ label }: { label: string }) {
    useLedger("files")
    const version = ledger.value?.version
    const now = told.value
    const file = now === undefined ? undefined : knownFiles(now).find(({ id }) => id === label)?.read
    const [view, setView] = useState<RowView>({ show: "all" })
    const [from, setFrom] = useState(1)
    const [page, setPage] = useState<LedgerPage>()
    useEffect(() => {
        if (version === undefined) return
        let isLatest = true
        const read = async (): Promise<void> => {
            // What was ticked meanwhile is not known to who read it before.
            if (view.show === "chosen") await ensureLedger("all")
            const done = isLatest ? await work("ledgerRows", asked(), label, view, from, MOST) : undefined
            if (!isLatest || done === undefined) return
            if (done.kind === "done") setPage(done.value)
            else trouble.value = done
        }
        read()
        return () => {
            isLatest = false
        }
    }, [version, label, view, from])
    const tick = (ranges: Ranges | "all", isIn: boolean): void =>
        answer([], withRows(settleProposed(), label, ranges, isIn))
    const tickView = async (isIn: boolean): Promise<void> => {
        if (view.show === "all") {
            tick("all", isIn)
            return
        }
        const done = await work("ledgerRanges", asked(), label, view)
        if (done.kind === "done") tick(done.value, isIn)
        else trouble.value = done
    }
    return (
        <Sheet title={say(words.ROWS_TITLE(label))} back={exportPlace(label)}>
            <Trouble />
            <p>{say(words.ROWS_TEXT(isPaid.value))}</p>
            {file === undefined ? null : (
                <>
                    <Picked label={label} />
                    <ViewChoice
                        key={label}
                        offset={parseZone(file.zone.value ?? "") ?? 0}
                        onView={(next) => {
                            setFrom(1)
                            setView(next)
                        }}
                    />
                    <Many view={view} onRanges={tick} onView={tickView} />
                    {page === undefined ? null : (
                        <>
                            <RowTable
                                label={label}
                                page={page}
                                onTick={(first, last, isIn) => tick([[first, last]], isIn)}
                                onTake={(row, orderId, isIn) =>
                                    answer([], withCited(answers.value, label, [[row, row]], [orderId], isIn))
                                }
                            />
                            <Pages page={page} onFrom={setFrom} />
                        </>
                    )}
                </>
            )}
            <div class="pick end">
                <a class="btn" href={href(LEDGER)}>
                    {say(words.RESULT)}
                </a>
                <a href={href(exportPlace(label))}>{label}</a>
                <a href={href(EXPORTS)}>{say(words.BACK_TO_EXPORTS)}</a>
            </div>
        </Sheet>
    )
}

/** What is listed in the file, or proposed in all. */
function Picked({ label }: { label: string }) {
    const { record, window } = told.value ?? {}
    if (hasLists.value) {
        const list = rowsOf(answers.value, label)
        const text =
            list === undefined
                ? words.LISTED_NONE
                : list === "all"
                  ? words.LISTED_ALL
                  : words.LISTED(printRowList(list))
        return (
            <output class="chosen picked" aria-live="polite">
                {say(text)}
            </output>
        )
    }
    if (window === undefined || record === undefined || proposed().length === 0)
        return <p class="note">{say(words.NOTHING_PROPOSED)}</p>
    const clock = (ms: number): string => clockText(Math.floor(ms / 1000) * 1000 + BEIJING * 60_000)
    return (
        <div class="box">
            <p>{say(words.PROPOSED(record.events.count, clock(window.from), clock(window.to)))}</p>
            <p class="hint">{say(words.TICK_BEGINS)}</p>
            <button type="button" class="btn q" id="take-proposed" onClick={() => answer([], settleProposed())}>
                {say(words.TAKE_PROPOSED(isPaid.value))}
            </button>
        </div>
    )
}

/** Which rows are shown. A span begins as the one that the stated times make, by the file's own clock. */
function ViewChoice({ offset, onView }: { offset: number; onView: (view: RowView) => void }) {
    const { window } = told.value ?? {}
    const clock = (ms: number | undefined): string =>
        ms === undefined ? "" : clockText(Math.floor(ms / 1000) * 1000 + offset * 60_000)
    const [show, setShow] = useState<RowView["show"]>("all")
    const [from, setFrom] = useState(clock(window?.from))
    const [to, setTo] = useState(clock(window?.to))
    const wrong = [from, to].find((text) => !isBound(text))
    return (
        <fieldset class="field">
            <legend>{say(words.SHOW)}</legend>
            <div class="pick">
                {(["all", "span", "chosen", "aside"] as const).map((one) => (
                    <button
                        type="button"
                        class="chip"
                        key={one}
                        id={`view-${one}`}
                        aria-pressed={show === one}
                        onClick={() => {
                            setShow(one)
                            onView(one === "span" ? { show: one, from, to } : { show: one })
                        }}
                    >
                        {say(words.VIEWS[one])}
                    </button>
                ))}
            </div>
            {show === "span" ? (
                <div class="pair">
                    <Small id="span-from" label={say(words.SPAN_FROM)} value={from} onText={setFrom} />
                    <Small id="span-to" label={say(words.SPAN_TO)} value={to} onText={setTo} />
                    <button
                        type="button"
                        class="btn q low"
                        disabled={wrong !== undefined}
                        onClick={() => onView({ show: "span", from, to })}
                    >
                        {say(words.SHOW)}
                    </button>
                    {wrong === undefined ? null : (
                        <p class="msg" role="alert">
                            {say(words.SPAN_FAULT(wrong))}
                        </p>
                    )}
                </div>
            ) : null}
        </fieldset>
    )
}

interface ManyProps {
    readonly view: RowView
    readonly onRanges: (ranges: Ranges, isIn: boolean) => void
    readonly onView: (isIn: boolean) => void
}

/** Ticks many rows at once: all that are shown, or from one row to another. */
function Many({ view, onRanges, onView }: ManyProps) {
    const [from, setFrom] = useState("")
    const [to, setTo] = useState("")
    const [first, last] = [Number(from), Number(to === "" ? from : to)]
    const isRange = /^\d{1,7}$/.test(from) && /^\d{0,7}$/.test(to) && first >= 1 && last >= first
    return (
        <details open={view.show === "span"}>
            <summary>{say(words.TICK_MANY)}</summary>
            <div class="pick">
                <button type="button" class="btn q" id="tick-view" onClick={() => onView(true)}>
                    {say(words.TICK_VIEW)}
                </button>
                <button type="button" class="btn q" onClick={() => onView(false)}>
                    {say(words.UNTICK_VIEW)}
                </button>
            </div>
            <div class="pair">
                <Small id="range-from" label={say(words.FROM_ROW)} value={from} onText={setFrom} />
                <Small id="range-to" label={say(words.TO_ROW)} value={to} onText={setTo} />
                <button
                    type="button"
                    class="btn q low"
                    id="tick-range"
                    disabled={!isRange}
                    onClick={() => onRanges([[first, last]], true)}
                >
                    {say(words.TICK_RANGE)}
                </button>
                <button
                    type="button"
                    class="btn q low"
                    disabled={!isRange}
                    onClick={() => onRanges([[first, last]], false)}
                >
                    {say(words.UNTICK_RANGE)}
                </button>
            </div>
            <p class="hint">{say(words.SHIFT)}</p>
        </details>
    )
}

interface SmallProps {
    readonly id: string
    readonly label: string
    readonly value: string
    readonly onText: (text: string) => void
}

function Small({ id, label, value, onText }: SmallProps) {
    return (
        <div>
            <label class="part" for={id}>
                {label}
            </label>
            <input
                id={id}
                type="text"
                autocomplete="off"
                value={value}
                onInput={(event) => onText(event.currentTarget.value.trim())}
            />
        </div>
    )
}

function Pages({ page: { before, after }, onFrom }: { page: LedgerPage; onFrom: (row: number) => void }) {
    const wanted = useRef<HTMLInputElement>(null)
    return (
        <form
            class="pick pages"
            onSubmit={(event) => {
                event.preventDefault()
                const row = Number(wanted.current?.value)
                if (row >= 1) onFrom(row)
            }}
        >
            <button
                type="button"
                class="btn q"
                id="rows-before"
                disabled={before === undefined}
                onClick={() => onFrom(before ?? 1)}
            >
                {say(words.PREVIOUS)}
            </button>
            <button
                type="button"
                class="btn q"
                id="rows-after"
                disabled={after === undefined}
                onClick={() => onFrom(after ?? 1)}
            >
                {say(words.NEXT)}
            </button>
            <input
                class="number"
                type="text"
                inputMode="numeric"
                ref={wanted}
                id="go-row"
                aria-label={say(words.GO_TO_ROW)}
                placeholder={say(words.GO_TO_ROW)}
            />
            <button type="submit" class="btn q">
                {say(words.GO)}
            </button>
        </form>
    )
}
