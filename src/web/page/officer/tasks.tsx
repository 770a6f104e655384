import { useEffect } from "preact/hooks"
import type { Issue } from "../../../base/issue.ts"
import type { Words } from "../../../base/lang.ts"
import { PHOTOS } from "../../../editions/officer/checklist.words.ts"
import type { Checklist, ItemStatus, LeafState, LeafStatus } from "../../../facts/checklist/checklist.ts"
import { isDone } from "../../../facts/checklist/checklist.ts"
import type { ConditionStatus } from "../../../facts/checklist/conditions.ts"
import { FORM } from "../../../facts/officer/officer-form.data.ts"
import { REQUEST_TYPES } from "../../../facts/officer/request-types.data.ts"
import type { PaperKind } from "../../../flows/officer/paper-folders.ts"
import type { LookedOverFiles } from "../../work/desk.ts"
import { Findings } from "../parts/findings.tsx"
import { Sheet } from "../parts/frame.tsx"
import { href, lang, say } from "../state.ts"
import { THERE_IS } from "../words.ts"
import { photoChoice } from "./decide.tsx"
import { FIRST_SHEET, sectionName } from "./names.ts"
import { asAsked, linkOf, placeOfField, questionKeyOf } from "./places.ts"
import { Side } from "./side.tsx"
import { Wrong } from "./start.tsx"
import {
    answerOf,
    firstStep,
    formName,
    found,
    look,
    looked,
    papers,
    prepared,
    questions,
    requestType,
    secondStep,
} from "./state.ts"
import * as words from "./words.ts"

/** Fields that are filled in between the steps; sections of the first sheet come before, the rest where it is needed. */
const BETWEEN = /^(?:letterCode|channelConfirmed\.by)$/

const SECTIONS = [
    { when: words.BEFORE_FIRST, is: (at: number) => at < FIRST_SHEET },
    { when: words.BEFORE_SECOND, is: (at: number) => at >= FIRST_SHEET && isBetween(at) },
    { when: words.IF_NEEDED, is: (at: number) => at >= FIRST_SHEET && !isBetween(at) },
].map(({ when, is }) => ({ when, sections: FORM.map((_, at) => at).filter(is) }))

function isBetween(at: number): boolean {
    return (FORM[at]?.rows ?? []).some(({ field }) => BETWEEN.test(field))
}

/** The eight items with their details, the five conditions, the sections of the form, papers and steps, as tasks. */
export function TasksPage() {
    useEffect(() => {
        look()
    }, [])
    const outcome = looked.value
    const issues = found.value.map(asAsked)
    const others = issues.filter(({ severity }) => severity !== "error")
    return (
        <Sheet title={say(words.TASKS)} back="/officer/decide" side={<Side />}>
            <p>{say(words.TASKS_INTRO)}</p>
            {outcome === undefined ? <p class="soft">{say(words.LOOKING)}</p> : null}
            {outcome?.kind === "done" ? <Problems /> : <Wrong outcome={outcome} />}
            {outcome?.kind === "done" ? <Items looked={outcome.value} /> : null}
            <h2>{say(words.FORM_TITLE)}</h2>
            {SECTIONS.map(({ when, sections }) => (
                <FormSections key={when.en} when={when} sections={sections} isFolded={when === words.IF_NEEDED} />
            ))}
            <h2>{say(words.PAPERS)}</h2>
            {PAPERS.some(isPaperAsked) ? null : <p>{say(words.NO_PAPERS)}</p>}
            <ul class="tasks">
                {PAPERS.filter(isPaperAsked).map((kind) => (
                    <PaperTask key={kind} kind={kind} />
                ))}
            </ul>
            <h2>{say(words.STEPS)}</h2>
            <ul class="tasks">
                <StepTask place="/officer/scope" text={say(words.SCOPE)} />
                <StepTask
                    place="/officer/first"
                    text={say(words.FIRST)}
                    isMade={firstStep.value?.kind === "done" || prepared.value.length > 0}
                />
                <StepTask place="/officer/second" text={say(words.SECOND)} isMade={secondStep.value?.kind === "done"} />
            </ul>
            {others.length === 0 ? null : (
                <>
                    <h2>{say(words.WARNINGS)}</h2>
                    <Findings issues={others} linkOf={linkOf} />
                </>
            )}
        </Sheet>
    )
}

const PAPERS = ["legal", "photos", "consent"] as const

/** What was given stays, also where the kind of request does not ask for it. */
function isPaperAsked(kind: (typeof PAPERS)[number]): boolean {
    const { instrument, photos, consent } = REQUEST_TYPES[requestType.value]
    const asked = { legal: instrument !== undefined, photos, consent }
    return asked[kind] || papers.value[kind].length > 0
}

interface FormSectionsProps {
    readonly when: Words
    readonly sections: readonly number[]
    readonly isFolded: boolean
}

function FormSections({ when, sections, isFolded }: FormSectionsProps) {
    const list = (
        <ul class="tasks">
            {sections
                .filter((at) => (questions.value[at] ?? []).length > 0)
                .map((at) => (
                    <SectionTask key={at} at={at} />
                ))}
        </ul>
    )
    // What has to be corrected is never folded away.
    const isOpen = sections.some((at) => issuesOf(at).some(({ severity }) => severity === "error"))
    return isFolded ? (
        <details open={isOpen}>
            <summary>{say(when)}</summary>
            {list}
        </details>
    ) : (
        <section>
            <h3>{say(when)}</h3>
            {list}
        </section>
    )
}

/** Errors on top, without taking the focus: nobody has asked for anything yet. */
function Problems() {
    const errors = found.value.filter(({ severity }) => severity === "error")
    if (errors.length === 0) return null
    return (
        <div class="errs">
            <h2>{say(THERE_IS(errors.length))}</h2>
            <Findings issues={errors.map(asAsked)} linkOf={linkOf} bare />
        </div>
    )
}

function Items({ looked: { checklist, cells, numbers } }: { looked: LookedOverFiles }) {
    const isWhole = (item: ItemStatus): boolean => item.leaves.every(isDone)
    const done = checklist.items.filter(isWhole)
    const open = checklist.items.filter((item) => !isWhole(item))
    return (
        <>
            <h2>{lang.value === "en" ? itemsEn(checklist) : numbers.items}</h2>
            {open.map((item) => (
                <Item key={item.id} item={item} cells={cells} />
            ))}
            {done.length === 0 ? null : (
                <details>
                    <summary>{say(words.ITEMS_DONE(done.length))}</summary>
                    {done.map((item) => (
                        <Item key={item.id} item={item} cells={cells} />
                    ))}
                </details>
            )}
            <h2>
                {say(words.CONDITIONS)} {checklist.conditionsMet}/{checklist.conditions.length}
            </h2>
            <ul class="tasks">
                {checklist.conditions.map((condition) => (
                    <Condition key={condition.id} condition={condition} cells={cells} />
                ))}
            </ul>
        </>
    )
}

const itemsEn = ({ itemsAsked, itemsDone, items }: Checklist): string =>
    `Items ${itemsAsked ? `${String(itemsDone)}/${String(items.length)}` : words.NOT_APPLICABLE.en}`

type Cells = LookedOverFiles["cells"]

function Item({ item, cells }: { item: ItemStatus; cells: Cells }) {
    const name = lang.value === "en" ? item.labelEn : item.label
    const done = item.leaves.filter(isDone).length
    const note = lang.value === "en" ? (item.noteEn ?? "") : item.note
    const [first] = item.leaves
    if (first !== undefined && item.leaves.length === 1)
        return (
            <ul class="tasks">
                <Leaf leaf={first} cells={cells} name={name} note={note} />
            </ul>
        )
    return (
        <>
            <h3>
                {name}{" "}
                <span class="soft">
                    {item.leaves.length === 1 ? "" : `${String(done)}/${String(item.leaves.length)}`}
                </span>
            </h3>
            {note === "" ? null : <p class="soft">{note}</p>}
            <ul class="tasks">
                {item.leaves.map((leaf) => (
                    <Leaf key={leaf.id} leaf={leaf} cells={cells} />
                ))}
            </ul>
        </>
    )
}

const LOOKS: Readonly<Record<LeafState, string>> = {
    ready: "done",
    "identity-mail": "done",
    prepared: "later",
    missing: "todo",
    problem: "check",
    "not-needed": "later",
    "by-hand": "check",
}

interface LeafProps {
    readonly leaf: LeafStatus
    readonly cells: Cells
    /** Of an item that is this one detail. */
    readonly name?: string
    readonly note?: string
}

function Leaf({ leaf, cells, name = lang.value === "en" ? leaf.labelEn : leaf.label, note = "" }: LeafProps) {
    // The officer decided so: nothing is missing until that changes.
    const isKept = leaf.kind === "photo" && leaf.state === "missing" && photoChoice() === "later"
    return (
        <Task
            name={name}
            note={note}
            place={placeOfLeaf(leaf)}
            cells={cells[leaf.id]}
            who={say(words.SUPPLIERS[leaf.supplier])}
            tag={say(isKept ? words.PHOTOS_LATER : words.LEAVES[leaf.state])}
            look={isKept ? "later" : LOOKS[leaf.state]}
        />
    )
}

function placeOfLeaf({ kind, blankFields, fields }: LeafStatus): string | undefined {
    if (kind === "photo") return "/officer/papers/photos"
    if (kind === "materials") return "/officer/packet"
    const field = blankFields[0] ?? fields[0]
    return field === undefined ? undefined : placeOfField(field)
}

function Condition({ condition, cells }: { condition: ConditionStatus; cells: Cells }) {
    // The program knows no seal.
    const isSeen = condition.id !== "sealed-letter"
    return (
        <Task
            name={say(words.CONDITION_NAMES[condition.id])}
            note=""
            place={placeOfCondition(condition)}
            cells={cells[condition.id]}
            who={say(words.SUPPLIERS[condition.supplier])}
            tag={say(condition.met ? (isSeen ? words.MET : words.MET_TO_SEE) : words.UNMET)}
            look={condition.met ? (isSeen ? "done" : "check") : "todo"}
        />
    )
}

function placeOfCondition({ id, lacking, fields }: ConditionStatus): string | undefined {
    if (id === "sealed-letter") return "/officer/second"
    if (id === "legal-instrument" && lacking.length === 1 && lacking[0] === "scan") return "/officer/papers/legal"
    return fields[0] === undefined ? undefined : placeOfField(fields[0])
}

interface TaskProps {
    readonly name: string
    readonly note: string
    readonly place: string | undefined
    readonly cells: Cells[string] | undefined
    readonly who: string
    readonly tag: string
    readonly look: string
}

/** The checklist on paper names files and folders; here the form and the photos have pages. */
const hereIs = (where: string): string =>
    where
        .replace(`${formName.value}：`, `${words.FORM_TITLE["zh-CN"]}：`)
        .replace(`${formName.value}: `, `${words.FORM_TITLE.en}: `)
        .replace(PHOTOS, words.PAPER_KINDS.photos["zh-CN"])

const joined = (texts: readonly string[], zh: string): string => texts.join(lang.value === "en" ? "; " : zh)

/** A line of the checklist: what, how it stands and why, who has to supply it, where it is. */
function Task({ name, note, place, cells, who, tag, look: shade }: TaskProps) {
    const told = cells?.[lang.value]
    return (
        <li>
            <div>
                {place === undefined ? name : <a href={href(place)}>{name}</a>}
                <small>
                    {note === "" ? null : (
                        <>
                            {note}
                            <br />
                        </>
                    )}
                    {joined(told?.reasons ?? [], "；")}
                    <br />
                    {say(words.WHO)}
                    {who} · {say(words.WHERE)}
                    {joined((told?.where ?? []).map(hereIs), "、")}
                </small>
            </div>
            <span class={`tag ${shade}`}>{tag}</span>
        </li>
    )
}

function issuesOf(at: number): readonly Issue[] {
    const asked = questions.value[at] ?? []
    return found.value.filter((issue) => asked.some(({ key }) => key === questionKeyOf(issue)))
}

function SectionTask({ at }: { at: number }) {
    const asked = questions.value[at] ?? []
    const filled = asked.filter(({ key }) => answerOf(key) !== "").length
    const own = issuesOf(at)
    const count = (weight: string): number => own.filter(({ severity }) => severity === weight).length
    const [errors, warnings] = [count("error"), count("warning")]
    return (
        <li>
            <div>
                <a href={href(`/officer/form/${String(at)}`)}>{sectionName(at)}</a>
                <small>{say(words.FILLED(filled, asked.length))}</small>
            </div>
            {errors > 0 ? <span class="tag bad">{say(words.TO_CORRECT(errors))}</span> : null}
            {errors === 0 && warnings > 0 ? <span class="tag check">{say(words.TO_CHECK(warnings))}</span> : null}
        </li>
    )
}

function PaperTask({ kind }: { kind: PaperKind }) {
    const count = papers.value[kind].length
    return (
        <li>
            <div>
                <a href={href(`/officer/papers/${kind}`)}>{say(words.PAPER_KINDS[kind])}</a>
                <small>{say(words.FILES_OF(count))}</small>
            </div>
            {count > 0 ? <span class="tag done">{say(words.AT_HAND)}</span> : null}
        </li>
    )
}

function StepTask({ place, text, isMade }: { place: string; text: string; isMade?: boolean }) {
    return (
        <li>
            <div>
                <a href={href(place)}>{text}</a>
            </div>
            {isMade === undefined ? null : (
                <span class={isMade ? "tag done" : "tag later"}>{say(isMade ? words.MADE : words.NOT_YET)}</span>
            )}
        </li>
    )
}
