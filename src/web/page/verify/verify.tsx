import { signal } from "@preact/signals"
import { useEffect, useRef, useState } from "preact/hooks"
import type { Words } from "../../../base/lang.ts"
import { withoutTop } from "../../../flows/victim/case-folder.ts"
import { verdictLimits, verdictLines, verdictSent } from "../../../messages/verdict.ts"
import { MANIFEST } from "../../../packet/manifest/manifest.ts"
import type { Report } from "../../../packet/verify/report.ts"
import { type FolderFile, nameOf } from "../../given.ts"
import type { Judged, Material } from "../../work/judge.ts"
import { TextField } from "../parts/fields.tsx"
import { FileDrop } from "../parts/files.tsx"
import { Findings, Wrong } from "../parts/findings.tsx"
import { offerFocus } from "../parts/focus.ts"
import { Sheet } from "../parts/frame.tsx"
import { sizeText } from "../parts/outputs.tsx"
import { lang, moment, type Outcome, say, work } from "../state.ts"
import { REMOVE } from "../words.ts"
import * as words from "./words.ts"

/** The third door: a packet is dropped, and judged. */

/** A packet with what it is called; blank for files without a folder. */
interface Given {
    readonly name: string
    readonly material: Material
}

const given = signal<Given | undefined>(undefined)
const code = signal("")
const key = signal("")
const signers = signal<FolderFile | undefined>(undefined)
const sent = signal<Given | undefined>(undefined)
const outcome = signal<Outcome<Judged> | undefined>(undefined)

/** One file is taken for a ZIP whatever its name, as mail programs rename ZIPs; anything else are the files of a folder. */
export function materialOf(files: readonly FolderFile[]): Given | undefined {
    const [first] = files
    if (first === undefined) return undefined
    if (files.length === 1 && !first.path.includes("/")) return { name: nameOf(first), material: { zip: first.blob } }
    const top = first.path.includes("/") ? (first.path.split("/")[0] ?? "") : ""
    return { name: top, material: { folder: withoutTop(files) } }
}

/** What a packet is called in the language of the page. */
const nameOfGiven = ({ name, material }: Given): string =>
    name === "" && "folder" in material ? say(words.FOLDER_OF(material.folder.length)) : name

async function judge(): Promise<void> {
    const packet = given.value
    if (packet === undefined) return
    const list = signers.value
    const known = {
        code: code.value,
        key: key.value,
        ...(list === undefined ? {} : { signers: { name: nameOf(list), blob: list.blob } }),
        ...(sent.value === undefined ? {} : { sent: sent.value.material }),
    }
    outcome.value = await work("verify", packet.material, known, moment())
}

export function VerifyDoor() {
    const found = outcome.value
    return (
        <Sheet title={say(words.TITLE)} back="/">
            <p>{say(words.INTRO)}</p>
            <Wrong outcome={found} />
            {found?.kind === "done" ? (
                <Verdict {...found.value} name={given.value === undefined ? "" : nameOfGiven(given.value)} />
            ) : (
                <Form />
            )}
        </Sheet>
    )
}

function Form() {
    const packet = given.value
    const [tooMany, setTooMany] = useState(0)
    const [hasMore] = useState(signers.value !== undefined || key.value !== "" || sent.value !== undefined)
    return (
        <form
            onSubmit={(event) => {
                event.preventDefault()
                judge()
            }}
        >
            <FileDrop
                id="packet"
                label={say(words.MATERIAL)}
                hint={say(words.MATERIAL_HINT)}
                folder
                onFiles={(files) => {
                    const isSeveral = files.length > 1 && files.some(({ path }) => /^[^/]+\.zip$/i.test(path))
                    setTooMany(isSeveral ? files.length : 0)
                    given.value = isSeveral ? undefined : materialOf(files)
                }}
            />
            <div aria-live="polite">
                {tooMany === 0 ? null : <p class="msg">{say(words.ONE_ONLY(tooMany))}</p>}
                {packet === undefined ? null : <p class="chosen">{say(words.CHOSEN(nameOfGiven(packet)))}</p>}
            </div>
            <TextField id="code" label={say(words.CODE)} hint={say(words.CODE_HINT)} value={code} wide />
            {/* What was given for one packet counts for the next: never unseen. */}
            <details open={hasMore}>
                <summary>{say(words.MORE)}</summary>
                <FileDrop
                    id="signers"
                    label={say(words.SIGNERS)}
                    hint={say(words.SIGNERS_HINT)}
                    onFiles={([first]) => {
                        signers.value = first
                    }}
                />
                {signers.value === undefined ? null : (
                    <Chosen
                        name={nameOf(signers.value)}
                        onRemove={() => {
                            signers.value = undefined
                        }}
                    />
                )}
                <TextField id="key" label={say(words.KEY)} hint={say(words.KEY_HINT)} value={key} wide />
                <FileDrop
                    id="sent"
                    label={say(words.SENT)}
                    hint={say(words.SENT_HINT)}
                    folder
                    several
                    onFiles={(files) => {
                        sent.value = materialOf(files)
                    }}
                />
                {sent.value === undefined ? null : (
                    <Chosen
                        name={nameOfGiven(sent.value)}
                        onRemove={() => {
                            sent.value = undefined
                        }}
                    />
                )}
            </details>
            <button type="submit" class="btn" disabled={packet === undefined}>
                {say(words.CHECK)}
            </button>
        </form>
    )
}

/** A file that need not be given: it can be left out again. */
function Chosen({ name, onRemove }: { name: string; onRemove: () => void }) {
    return (
        <p class="chosen">
            {say(words.CHOSEN(name))}{" "}
            <button type="button" class="link" aria-label={`${say(REMOVE)} ${name}`} onClick={onRemove}>
                {say(REMOVE)}
            </button>
        </p>
    )
}

/** What the verdict means in plain words; nothing where the headline is of the code that was typed in alone. */
function meaning(report: Judged["report"]): Words | undefined {
    const { verdict, issues } = report
    if (fileOnly(report) !== undefined) return undefined
    if (verdict === "refused")
        return issues.some(({ code: found }) => found === "verify.packet.elsewhere")
            ? words.MEANS.elsewhere
            : words.MEANS.refused
    if (verdict === "broken") return headline(report) === words.VERDICTS.broken ? words.MEANS.broken : undefined
    if (issues.some(({ code: found }) => found === "verify.code.form")) return undefined
    const same = issues.find(({ code: found }) => found === "verify.code.same")
    if (same?.code === "verify.code.same") return same.params.of === "code" ? words.MEANS.code : words.MEANS.sha256
    // Of the code of an earlier layer the finding says what it shows.
    return issues.some(({ code: found }) => found === "verify.code.earlier-layer") ? undefined : words.MEANS.noCode
}

/** What a SHA-256 says of something that is no packet; undefined where none was typed in. */
function fileOnly({ verdict, issues }: Judged["report"]): Words | undefined {
    const has = (wanted: string): boolean => issues.some(({ code: found }) => found === wanted)
    if (verdict !== "refused") return undefined
    return has("verify.code.file") ? words.SAME_FILE : has("verify.sha256.differs") ? words.OTHER_FILE : undefined
}

/** Where only the code that was typed in does not fit, no file was changed, and nobody is told so. */
function headline(report: Judged["report"]): Words {
    const { verdict, issues } = report
    const ofFile = fileOnly(report)
    if (ofFile !== undefined) return ofFile
    const errors = issues.filter(({ severity }) => severity === "error")
    if (verdict !== "broken") return errors.length === 0 ? words.VERDICTS[verdict] : asked(verdict, errors)
    if (errors.length === 0) return words.VERDICTS.broken
    return errors.every(({ code: found }) => /^verify\.(?:code|sha256)\.differs$/.test(found))
        ? words.CODE_DIFFERS
        : words.VERDICTS.broken
}

/** Of a packet that is not broken: what was asked beside that, by code, about keys or about what was sent, and is not so. */
function asked(verdict: Judged["report"]["verdict"], errors: Judged["report"]["issues"]): Words {
    if (verdict === "refused") return words.VERDICTS.refused
    if (errors.some(({ code: found }) => found === "verify.code.form")) return words.CODE_FORM
    const ofKeys = errors.filter(({ code: found }) => found.startsWith("verify.signature."))
    if (ofKeys.length === 0) return words.SENT_DIFFERS
    if (verdict !== "intact-signed-unknown") return words.VERDICTS[verdict]
    return ofKeys.some(({ code: found }) => found === "verify.signature.unknown") ? words.NOT_NAMED : words.NOT_FOR_THIS
}

function Verdict({ report, listed, name }: Judged & { name: string }) {
    const isBad = report.verdict === "broken" || (report.verdict === "refused" && headline(report) !== words.SAME_FILE)
    const isDoubtful = report.issues.some(({ severity }) => severity === "error")
    const lines = verdictLines(report, lang.value)
    const ofSent = verdictSent(report, lang.value)
    const means = meaning(report)
    const head = useRef<HTMLHeadingElement>(null)
    // The button that was pressed is gone; what came of it is where the reader goes on.
    useEffect(() => offerFocus(head.current), [])
    const size = given.value !== undefined && "zip" in given.value.material ? given.value.material.zip.size : undefined
    return (
        <>
            <section class={`verdict ${isBad ? "bad" : isDoubtful ? "doubt" : ""}`.trim()} aria-live="polite">
                <h2 ref={head} tabIndex={-1}>
                    {say(headline(report))}
                </h2>
                <p class="soft">{size === undefined ? name : `${name} · ${sizeText(size)}`}</p>
                {means === undefined ? null : <p>{say(means)}</p>}
            </section>
            <dl class="lines">
                {[...lines, ...(ofSent === undefined ? [] : [ofSent])].map((line) => (
                    <Line key={line} line={line} />
                ))}
            </dl>
            {report.issues.length === 0 ? null : (
                <section>
                    <h2>{say(words.FINDINGS)}</h2>
                    <Findings issues={report.issues} />
                </section>
            )}
            <div class="limits">{verdictLimits(report, lang.value)}</div>
            <Layers report={report} />
            <Listed listed={listed} />
            <details>
                <summary>{say(words.STOCK)}</summary>
                <p>{say(size === undefined ? words.STOCK_FOLDER : words.STOCK_TEXT)}</p>
                <p class="code">certutil -hashfile {size === undefined ? MANIFEST : quoted(name)} SHA256</p>
                {report.zipSha256 === null ? null : (
                    <p>
                        {say(words.ZIP_HASH)}
                        <br />
                        <span class="code">{report.zipSha256}</span>
                    </p>
                )}
            </details>
            <p class="pick">
                <button
                    type="button"
                    class="btn q"
                    onClick={() => {
                        outcome.value = undefined
                    }}
                >
                    {say(words.ONCE_MORE)}
                </button>
                <button
                    type="button"
                    class="btn q"
                    onClick={() => {
                        outcome.value = undefined
                        given.value = undefined
                        code.value = ""
                        sent.value = undefined
                    }}
                >
                    {say(words.AGAIN)}
                </button>
            </p>
        </>
    )
}

/** A name as the command window takes it. */
const quoted = (name: string): string => (/[\s&()^;,=]/.test(name) ? `"${name}"` : name)

/** `文件：…` as a term and what is said of it. */
export function Line({ line }: { line: string }) {
    const [, term = "", text = line] = /^([^：:]{1,12})[：:]\s*([\s\S]*)$/.exec(line) ?? []
    return (
        <>
            <dt>{term}</dt>
            <dd>{text}</dd>
        </>
    )
}

function Layers({ report }: { report: Report }) {
    if (report.layers.length === 0) return null
    return (
        <details>
            <summary>{say(words.LAYERS)}</summary>
            <div class="wide">
                <table>
                    <thead>
                        <tr>
                            {[words.LAYER, words.ADDED, words.MISSING, words.REPLACED, words.KEY_OF].map((head) => (
                                <th scope="col" key={say(head)}>
                                    {say(head)}
                                </th>
                            ))}
                        </tr>
                    </thead>
                    <tbody>
                        {report.layers.map(({ n, added, missing, replaced, key: signed }) => (
                            <tr key={n}>
                                <td>{n}</td>
                                <td>{added}</td>
                                <td>{missing}</td>
                                <td>{replaced}</td>
                                <td class="code">{signed ?? say(words.NO_KEY)}</td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
        </details>
    )
}

/** Most lists are short; of a long one what is looked for. */
const MOST_SHOWN = 200

function Listed({ listed }: { listed: Judged["listed"] }) {
    const [wanted, setWanted] = useState("")
    if (listed.length === 0) return null
    const plain = wanted.trim().toLowerCase()
    const found = listed.filter(({ path, sha256 }) => `${path} ${sha256}`.toLowerCase().includes(plain))
    return (
        <details>
            <summary>
                {say(words.FILES)} ({listed.length})
            </summary>
            <div class="field">
                <label for="find">{say(words.FIND)}</label>
                <input id="find" type="text" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
            </div>
            <div class="wide">
                <table>
                    <tbody>
                        {found.slice(0, MOST_SHOWN).map(({ path, sha256 }) => (
                            <tr key={path}>
                                <td>{path}</td>
                                <td class="hash">{sha256}</td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
            {found.length > MOST_SHOWN ? <p class="soft">+ {found.length - MOST_SHOWN}</p> : null}
        </details>
    )
}
