import { signal } from "@preact/signals"
import { useEffect } from "preact/hooks"
import type { DirectoryReader } from "../../../facts/legal/directory.ts"
import type { Found } from "../../../facts/legal/directory-find.ts"
import type { Source } from "../../../facts/legal/read.ts"
import { inLang, type Outcome, pair, say, work } from "../state.ts"
import { TextField } from "./fields.tsx"
import { Wrong } from "./findings.tsx"
import { Sheet } from "./frame.tsx"

/** The directory, as far as it is for whoever reads it. */

export const DIRECTORY = pair("名录", "Directory")
export const DIRECTORY_WHAT = pair(
    "遇到争议可以咨询、反映的部门，协会，国际组织。",
    "Authorities, associations and international bodies to turn to.",
)
const FIND = pair("查找", "Find")
const FIND_HINT = pair(
    "中文、英文都可以，例如 网安、IASB；空着列出全部。",
    "In Chinese or English, for example cyber, IASB; blank lists all.",
)
const NOTHING = pair("没有含这些词的条目。", "No entry has these words.")
const COMPILED = (day: string, count: number) =>
    pair(
        `${String(count)} 条，整理于 ${day}。网址照来源抄录，没有打开核对；列入不表示该部门对虚拟货币有监管职权。`,
        `${String(count)} entries, put together on ${day}. Addresses are copied from their sources and were not opened; nobody listed is said to regulate virtual currency.`,
    )
const FOR = pair("用途", "What for")
const ADDRESS = pair("网址、邮箱", "Address")
const NO_ADDRESS = pair("没有收录", "not on record")
const OTHER = pair("另一种写法", "Other reading")
const dated = ({ grade, reportedOn, verifiedOn }: Source) =>
    pair(
        `可信程度 ${grade}；${reportedOn}；${verifiedOn === undefined ? "未经核实" : `${verifiedOn} 核实`}`,
        `grade ${grade}; ${reportedOn}; ${verifiedOn === undefined ? "verified by nobody yet" : `verified ${verifiedOn}`}`,
    )

interface Shown {
    readonly compiledOn: string
    readonly entries: readonly Found[]
}

const wanted = signal("")
const found = signal<Outcome<Shown> | undefined>(undefined)
let searches = 0

/** Of several searches at once the last counts. */
async function find(reader: DirectoryReader): Promise<void> {
    const own = ++searches
    const outcome = await work("findInDirectory", wanted.value, reader)
    if (own === searches) found.value = outcome
}

export function DirectoryPage({ reader, back }: { reader: DirectoryReader; back: string }) {
    useEffect(() => {
        find(reader)
    }, [reader])
    const outcome = found.value
    return (
        <Sheet title={say(DIRECTORY)} back={back}>
            <p>{say(DIRECTORY_WHAT)}</p>
            <form
                onSubmit={(event) => {
                    event.preventDefault()
                    find(reader)
                }}
            >
                <TextField id="directory" label={say(FIND)} hint={say(FIND_HINT)} value={wanted} wide />
                <button type="submit" class="btn">
                    {say(FIND)}
                </button>
            </form>
            <Wrong outcome={outcome} />
            {outcome?.kind === "done" ? <Entries shown={outcome.value} /> : null}
        </Sheet>
    )
}

function Entries({ shown: { compiledOn, entries } }: { shown: Shown }) {
    return (
        <section aria-live="polite">
            <p class="soft">{say(entries.length === 0 ? NOTHING : COMPILED(compiledOn, entries.length))}</p>
            {entries.map((entry) => (
                <Entry key={entry.id} entry={entry} />
            ))}
        </section>
    )
}

/** An entry; a link is text, because this page opens nothing. */
function Entry({ entry }: { entry: Found }) {
    const { name, short, address, readings, from, forFrom } = entry
    return (
        <section>
            <h2>
                {inLang(name)} {short === undefined ? null : <small class="soft">{short}</small>}
            </h2>
            <dl class="lines">
                <dt>{say(FOR)}</dt>
                <dd>
                    {inLang(entry.for)} <Said source={forFrom} />
                </dd>
                <dt>{say(ADDRESS)}</dt>
                <dd>
                    <span class="code">{address ?? say(NO_ADDRESS)}</span> <Said source={from} />
                </dd>
                {readings.map((reading) => (
                    <>
                        <dt>{say(OTHER)}</dt>
                        <dd>
                            <span class="code">{reading.address}</span> {inLang(reading)} <Said source={reading.from} />
                        </dd>
                    </>
                ))}
            </dl>
        </section>
    )
}

function Said({ source }: { source: Source }) {
    return (
        <small class="soft">
            {inLang(source)}; {say(dated(source))}
        </small>
    )
}
