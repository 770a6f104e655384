import type { Issue } from "../../../../base/issue.ts"
import { said } from "../../../../facts/case/form/said.ts"
import type { LedgerRecord } from "../../../../facts/ledger/record.ts"
import { ledgerBlocks } from "../../../../flows/victim/ledger-lines.ts"
import { LEDGER_LINES, pricedWords } from "../../../../messages/ledger-words.ts"
import { signalWords } from "../../../../messages/signals.ts"
import type { LedgerFormat } from "../../../work/ledger.ts"
import { download } from "../../files.ts"
import { asShown } from "../../parts/commands.ts"
import { Sheet } from "../../parts/frame.tsx"
import { href, lang, say, work } from "../../state.ts"
import { answer, answers, ref, trouble } from "../case.ts"
import { Chart } from "../charts.tsx"
import { EXPORTS, linkOf, TASKS } from "../places.ts"
import { Trouble } from "../trouble.tsx"
import { BACK_TO_TASKS } from "../words.ts"
import { answerTo, withAnswerTo } from "./answers.ts"
import { idOf } from "./known.ts"
import { asked, told, useLedger } from "./state.ts"
import * as words from "./words.ts"

/** What the chosen rows give: figures, the picture, patterns, and where the case says something else. */
export function LedgerPage() {
    useLedger("all")
    const now = told.value
    return (
        <Sheet title={say(words.RESULT_TITLE)} back={EXPORTS}>
            <Trouble />
            <p>{say(words.RESULT_TEXT)}</p>
            {now === undefined ? null : (
                <>
                    <Contradictions
                        found={now.contradictions}
                        isUnfinished={now.issues.some(({ code }) => code === "ledger.unfinished")}
                    />
                    {now.chart === undefined ? null : (
                        <section class="chart" aria-labelledby="ledger-chart">
                            <h2 id="ledger-chart">{say(words.CHART)}</h2>
                            <p class="hint">{say(words.CHART_TEXT)}</p>
                            <Chart chart={now.chart} />
                        </section>
                    )}
                    <Figures record={now.record} />
                    <Downloads />
                </>
            )}
            <div class="pick end">
                <a class="btn" href={href(EXPORTS)}>
                    {say(words.BACK_TO_EXPORTS)}
                </a>
                <a href={href(TASKS)}>{say(BACK_TO_TASKS)}</a>
            </div>
        </Sheet>
    )
}

function Contradictions({ found, isUnfinished }: { found: readonly Issue[]; isUnfinished: boolean }) {
    if (isUnfinished) return <p class="note">{say(words.UNFINISHED)}</p>
    if (found.length === 0) return <p class="chosen">{say(words.NO_CONTRADICTIONS)}</p>
    return (
        <>
            <h2>{say(words.CONTRADICTIONS)}</h2>
            <p class="hint">{say(words.CONTRADICTIONS_TEXT)}</p>
            {found.map((one) => (
                <Contradiction key={idOf(one)} found={one} />
            ))}
        </>
    )
}

/** A finding, and beside it what the reporter says to it. */
function Contradiction({ found }: { found: Issue }) {
    const id = idOf(found)
    const { message, hint } = said(found, lang.value)
    const link = linkOf(found)
    return (
        <div class="box beside">
            <div>
                <p>{link === undefined ? message : <a href={link}>{message}</a>}</p>
                <p class="hint" id={`why-${id}`}>
                    {asShown(hint)}
                </p>
            </div>
            <div>
                <label for={`answer-${id}`}>{say(words.YOUR_ANSWER(id))}</label>
                <textarea
                    id={`answer-${id}`}
                    value={answerTo(answers.value, id)}
                    aria-describedby={`why-${id}`}
                    onInput={(event) => answer([], withAnswerTo(answers.value, id, event.currentTarget.value))}
                />
            </div>
        </div>
    )
}

function Figures({ record }: { record: LedgerRecord }) {
    const blocks = ledgerBlocks(record, lang.value)
    return (
        <>
            {blocks.map(({ name, head, lines }) => (
                <section key={name} aria-labelledby={`figures-${name}`}>
                    <h2 id={`figures-${name}`}>{head}</h2>
                    {words.MEANINGS[name] === undefined ? null : <p class="hint">{say(words.MEANINGS[name])}</p>}
                    {name === "prices" ? (
                        <Prices prices={record.prices} />
                    ) : name === "signals" ? (
                        <Signals signals={record.signals} />
                    ) : name === "reconciliation" ? (
                        <Reconciliation record={record} lines={lines} />
                    ) : (
                        <Lines lines={lines} />
                    )}
                </section>
            ))}
        </>
    )
}

function Lines({ lines }: { lines: readonly string[] }) {
    return (
        <ul class="figures">
            {lines.map((line) => (
                <li key={line}>{line.replaceAll("  ", " · ")}</li>
            ))}
        </ul>
    )
}

/** What agrees is folded up; a gap is seen at once. */
function Reconciliation({ record, lines }: { record: LedgerRecord; lines: readonly string[] }) {
    const isGap = (i: number): boolean => Number(record.reconciliation[i]?.gap) !== 0
    const gaps = lines.filter((_, i) => isGap(i))
    const equal = lines.filter((_, i) => !isGap(i))
    return (
        <>
            {gaps.length === 0 ? null : <Lines lines={gaps} />}
            {equal.length === 0 ? null : (
                <details open={gaps.length > 0}>
                    <summary>{say(words.ALL_EQUAL(equal.length))}</summary>
                    <Lines lines={equal} />
                </details>
            )}
        </>
    )
}

const OVER = ["own", "chosen", "all"] as const

/** Averages of one asset side by side. */
function Prices({ prices }: Pick<LedgerRecord, "prices">) {
    const pairs = [...new Set(prices.map(({ asset, quote }) => `${asset} ${quote}`))]
    return (
        <div class="wide">
            <table>
                <thead>
                    <tr>
                        <th scope="col">{say(words.PRICE_OF)}</th>
                        {OVER.map((over) => (
                            <th scope="col" key={over}>
                                {say(pricedWords(over))}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {pairs.map((name) => {
                        const [asset, quote] = name.split(" ")
                        const of = (over: string) =>
                            prices.find((one) => one.asset === asset && one.quote === quote && one.over === over)
                        return (
                            <tr key={name}>
                                <th scope="row">
                                    {asset} / {quote}
                                </th>
                                {OVER.map((over) => {
                                    const price = of(over)
                                    return (
                                        <td key={over}>
                                            {price === undefined ? "—" : price.price}
                                            {price === undefined ? null : (
                                                <small class="small">
                                                    {price.quantity} {asset}
                                                </small>
                                            )}
                                        </td>
                                    )
                                })}
                            </tr>
                        )
                    })}
                </tbody>
            </table>
        </div>
    )
}

function Signals({ signals }: Pick<LedgerRecord, "signals">) {
    const { rule: ruleWord, not: notWord, proof, at } = LEDGER_LINES[lang.value]
    const colon = lang.value === "en" ? ": " : "："
    return (
        <ul class="figures">
            {signals.map(({ code, values, rows }, i) => {
                const { title, rule, found, not } = signalWords(code, values)
                const places = rows.map((one) => at(one.file, one.rows)).join(lang.value === "en" ? "; " : "；")
                return (
                    <li key={i}>
                        <b>
                            {code} {say(title)}
                        </b>
                        <p>{say(found)}</p>
                        <p class="hint">
                            {ruleWord}
                            {colon}
                            {say(rule)}
                        </p>
                        <p class="hint">
                            {notWord}
                            {colon}
                            {say(not)}
                        </p>
                        <p class="hint">
                            {proof}
                            {colon}
                            {places}
                        </p>
                    </li>
                )
            })}
        </ul>
    )
}

function Downloads() {
    const save = async (format: LedgerFormat): Promise<void> => {
        const done = await work("ledgerFile", asked(), format)
        if (done.kind !== "done") {
            trouble.value = done
            return
        }
        const name = format === "json" ? "ledger.json" : `ledger-rows.${format}`
        download(ref.value === "" ? name : `${ref.value}-${name}`, done.value)
    }
    return (
        <section aria-labelledby="save-rows">
            <h2 id="save-rows">{say(words.SAVE_ROWS)}</h2>
            <p class="hint">{say(words.SAVE_ROWS_TEXT)}</p>
            <div class="pick">
                {(["csv", "parquet", "json"] as const).map((format) => (
                    <button type="button" class="btn q" key={format} id={`save-${format}`} onClick={() => save(format)}>
                        {say(words.FORMATS[format])}
                    </button>
                ))}
            </div>
        </section>
    )
}
