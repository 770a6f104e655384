import { useState } from "preact/hooks"
import { NAMED_COLUMNS } from "../../../../facts/case/exports.ts"
import { choicesOf } from "../../../../facts/case/form/form.ts"
import { said } from "../../../../facts/case/form/said.ts"
import { fileWords } from "../../../../flows/victim/ledger-lines.ts"
import { Findings } from "../../parts/findings.tsx"
import { Sheet } from "../../parts/frame.tsx"
import { go, href, lang, listed, say } from "../../state.ts"
import { answer, answers, isPaid } from "../case.ts"
import { Radios } from "../file.tsx"
import { EXPORTS, exportPlace, filePlace, rowsPlace } from "../places.ts"
import { Trouble } from "../trouble.tsx"
import { UNUSED } from "../words.ts"
import { type FileField, printColumns, readColumns, saidOfFile, withFile } from "./answers.ts"
import { asksOf, type KnownFile, knownFiles, labelOf, titleOf } from "./known.ts"
import { readLedger, told, useLedger } from "./state.ts"
import * as words from "./words.ts"

/** One export file: what was read in it, what is wrong with it, and what it does not say itself. */
export function ExportPage({ label }: { label: string }) {
    useLedger("files")
    const now = told.value
    const files = now === undefined ? [] : knownFiles(now)
    const at = files.findIndex(({ id }) => id === label)
    const file = files[at]
    if (now === undefined || file === undefined)
        return (
            <Sheet title={label} back={EXPORTS}>
                <Trouble />
            </Sheet>
        )
    const next = files[at + 1]
    const own = now.issues.filter((found) => labelOf(found) === label && found.code.startsWith("ledger."))
    const asks = asksOf(file)
    const isAsked = Object.values(asks).includes(true)
    return (
        <Sheet title={titleOf(file)} back={EXPORTS}>
            <Trouble />
            <Facts file={file} />
            <Findings issues={own} />
            {asks.report ? <ReportQuestion file={file} /> : null}
            {asks.columns ? <ColumnsQuestion key={label} file={file} /> : null}
            {asks.zone ? <ZoneQuestion key={`zone ${label}`} file={file} /> : null}
            {asks.account ? (
                <TextQuestion file={file} field="account" label={words.ACCOUNT} hint={words.ACCOUNT_HINT} />
            ) : null}
            {isAsked ? <p class="hint">{say(words.AFTER_ANSWER)}</p> : null}
            <div class="pick end">
                {file.read === undefined ? null : (
                    <a class="btn" href={href(rowsPlace(label))}>
                        {say(words.SEE_ROWS(isPaid.value))}
                    </a>
                )}
                {isAsked ? (
                    <button type="button" class="btn q" id="read-again" onClick={() => readLedger()}>
                        {say(words.READ_AGAIN)}
                    </button>
                ) : null}
                {next === undefined ? null : (
                    <button type="button" class="link" onClick={() => go(exportPlace(next.id))}>
                        {say(words.NEXT_EXPORT)}
                    </button>
                )}
                <a href={href(EXPORTS)}>{say(words.BACK_TO_EXPORTS)}</a>
                <a href={href(filePlace(label.split("/")[0] ?? label))}>{say(words.DESCRIBE)}</a>
            </div>
        </Sheet>
    )
}

/** What was recognised; of a file that was not read the findings tell. */
function Facts({ file: { read } }: { file: KnownFile }) {
    if (read === undefined) return null
    const { what, rows, span } = fileWords(read, lang.value)
    const facts = [
        [words.READ_AS, what],
        [words.ROWS, `${rows}${lang.value === "en" ? "; " : "；"}${say(words.HEADER_ROW(read.header))}`],
        [words.REACH, span],
        [words.ACCOUNT, listed(read.accounts)],
    ] as const
    return (
        <dl class="lines">
            {facts.map(([name, text]) =>
                text === "" ? null : (
                    <>
                        <dt>{say(name)}</dt>
                        <dd>{text}</dd>
                    </>
                ),
            )}
        </dl>
    )
}

const put = (id: string, field: FileField, text: string): void => answer([], withFile(answers.value, id, field, text))

const ZONES = ["UTC", "UTC+8"] as const

function ZoneQuestion({ file: { id, read } }: { file: KnownFile }) {
    const now = saidOfFile(answers.value, id, "zone")
    const known = /^(?:UTC\+0?8|\+08:00|北京时间)$/i.test(now) ? "UTC+8" : now
    const isListed = known === "" || ZONES.some((zone) => zone === known)
    const [isOther, setOther] = useState(!isListed)
    const proposal = told.value?.issues.find((found) => found.code === "ledger.zone.proposed" && labelOf(found) === id)
    const proposed = read?.zone.from === "proposed" ? read.zone.value : undefined
    const option = (zone: (typeof ZONES)[number], text: string): readonly [string, string] => [
        zone,
        zone === proposed ? `${text}${say(words.IS_PROPOSED)}` : text,
    ]
    return (
        <>
            <Radios
                title={say(words.ZONE)}
                hint={proposal === undefined ? say(words.ZONE_HINT) : said(proposal, lang.value).message}
                value={isOther ? "other" : known}
                options={[
                    option("UTC", say(words.ZONE_UTC)),
                    option("UTC+8", say(words.ZONE_BEIJING)),
                    ["other", say(words.ZONE_OTHER)],
                    ["", say(words.ZONE_UNKNOWN)],
                ]}
                onValue={(zone) => {
                    setOther(zone === "other")
                    put(id, "zone", zone === "other" ? "" : zone)
                }}
            />
            {isOther ? <TextQuestion file={{ id }} field="zone" label={words.ZONE_FIELD} /> : null}
        </>
    )
}

interface TextQuestionProps {
    readonly file: Pick<KnownFile, "id">
    readonly field: "zone" | "account" | "columns"
    readonly label: Parameters<typeof say>[0]
    readonly hint?: Parameters<typeof say>[0]
}

function TextQuestion({ file: { id }, field, label, hint }: TextQuestionProps) {
    const name = `export-${field}`
    return (
        <div class="field">
            <label for={name}>{say(label)}</label>
            {hint === undefined ? null : (
                <div class="hint" id={`${name}-hint`}>
                    {say(hint)}
                </div>
            )}
            <input
                id={name}
                type="text"
                autocomplete="off"
                spellcheck={false}
                class={field === "columns" ? "long" : ""}
                value={saidOfFile(answers.value, id, field)}
                {...(hint === undefined ? {} : { "aria-describedby": `${name}-hint` })}
                onInput={(event) => put(id, field, event.currentTarget.value)}
            />
        </div>
    )
}

function ReportQuestion({ file: { id, header } }: { file: KnownFile }) {
    const codes = header === undefined ? ["deposits", "withdrawals"] : undefined
    const choices = choicesOf("report").filter(({ code }) => codes?.includes(code) ?? true)
    return (
        <Radios
            title={say(words.REPORT)}
            {...(header === undefined ? { hint: say(words.DEPOSIT_HINT) } : {})}
            value={saidOfFile(answers.value, id, "report")}
            options={[
                ...choices.map(({ code, words: shown }) => [code, say(shown)] as const),
                ["", say(words.ZONE_UNKNOWN)] as const,
            ]}
            onValue={(code) => put(id, "report", code)}
        />
    )
}

/** What a column may be said to hold: the word that is written, and how it is shown. */
const MEANINGS = Object.entries(NAMED_COLUMNS).map(([code, names]: [string, readonly string[]]) => ({
    written: names[0] ?? code,
    known: [code, ...names].map((name) => name.toLowerCase()),
    "zh-CN": names.filter((name) => /\P{ASCII}/u.test(name)).join("、"),
    en: names.find((name) => !/\P{ASCII}/u.test(name)) ?? code,
}))

/** Each cell of an unknown header with what it holds. */
function ColumnsQuestion({ file: { id, header = [] } }: { file: KnownFile }) {
    if (header.length === 0)
        return <TextQuestion file={{ id }} field="columns" label={words.COLUMNS} hint={words.COLUMNS_TYPED} />
    const columns = readColumns(saidOfFile(answers.value, id, "columns"))
    const meaningOf = (cell: string): string =>
        MEANINGS.find(({ known }) => known.includes((columns.get(cell.trim()) ?? "").toLowerCase()))?.written ?? ""
    const choose = (cell: string, written: string): void => {
        // A meaning belongs to one column.
        const next = new Map([...columns].filter(([own, word]) => own !== cell.trim() && word !== written))
        if (written !== "") next.set(cell.trim(), written)
        put(id, "columns", printColumns(next))
    }
    return (
        <fieldset class="field">
            <legend>{say(words.COLUMNS)}</legend>
            <div class="hint">{say(words.COLUMNS_HINT)}</div>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{say(words.HEADER)}</th>
                        <th scope="col">{say(words.MEANING)}</th>
                    </tr>
                </thead>
                <tbody>
                    {header.map((cell, i) => (
                        <tr key={i}>
                            <th scope="row">{cell}</th>
                            <td>
                                <select
                                    aria-label={say(words.MEANING_OF(cell))}
                                    value={meaningOf(cell)}
                                    onChange={(event) => choose(cell, event.currentTarget.value)}
                                >
                                    <option value="">{say(UNUSED)}</option>
                                    {MEANINGS.map((meaning) => (
                                        <option key={meaning.written} value={meaning.written}>
                                            {say(meaning)}
                                        </option>
                                    ))}
                                </select>
                            </td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </fieldset>
    )
}
