import { hasErrors, type Issue, type IssuePath, issue } from "../../base/issue.ts"
import { codePoint, findInvisible, findLookAlikes, hasLoneSurrogate } from "../../base/text/hygiene.ts"
import { findSecret } from "../../base/text/secrets.ts"
import { findSuspect } from "../../base/text/suspects.ts"
import { boundIssues } from "./bounds.ts"
import { checkConsistency } from "./consistency.ts"
import { settle } from "./form/settle.ts"
import { inputIssues } from "./input-issues.ts"
import { readJsonFile } from "./record.ts"
import { type Case, caseSchema } from "./schema.ts"
import { type Lacking, unprintableTexts } from "./unprintable.ts"
import { readYaml, type YamlInput } from "./yaml.ts"

/** A case that was read, with the text form that goes into the packet. */
export interface LoadedCase {
    readonly case: Case
    /** The facts as text, without private notes; written as `case.json`, read back by `complete`. */
    readonly facts: Readonly<Record<string, unknown>>
    /** Where a field of the facts stands: the file with its line, then the keys. */
    readonly at: (path: IssuePath) => IssuePath
}

/** Case and findings of one file; without a case when a finding is an error. */
export interface CaseReading {
    readonly loaded?: LoadedCase
    readonly issues: readonly Issue[]
}

/**
 * Reads `case.yaml`. All findings are returned; `loaded` is absent when one of them is an error.
 *
 * @param lacking - What of a text no font has; without it nothing is said of that.
 */
export function readCase(file: string, bytes: Uint8Array, lacking?: Lacking): CaseReading {
    return readAnswers(file, readYaml(file, bytes, "keep", caseSchema), lacking)
}

/** Reads the answers of a case, wherever they were typed. */
export function readAnswers(
    file: string,
    { value, locate, issues }: YamlInput,
    lacking: Lacking = () => [],
): CaseReading {
    if (value === undefined && hasErrors(issues)) return { issues }
    const large = boundIssues(file, value)
    if (large.length > 0) return { issues: [...issues, ...large] }
    const reading = readFacts(file, settle(value), locate, "open", lacking)
    // A cell that could not be read is named once, not a second time for being empty.
    const refused = new Set(issues.filter(({ severity }) => severity === "error").map(({ path }) => path[0]))
    const all = [...issues, ...reading.issues.filter(({ path }) => !refused.has(path[0]))]
    return hasErrors(all) ? { issues: all } : { ...reading, issues: all }
}

/** Reads `case.json` of a packet. What looks like a secret was answered for before it was built, and the mark taken out. */
export function readCaseRecord(file: string, bytes: Uint8Array): CaseReading {
    const { value, issues } = readJsonFile(file, bytes, "printed")
    return issues.length > 0 ? { issues } : readFacts(file, value, () => "", "answered")
}

/** Reads the facts of a case from text values, wherever they came from. */
function readFacts(
    file: string,
    value: unknown,
    locate: (path: IssuePath) => string,
    secrets: "open" | "answered",
    lacking: Lacking = () => [],
): CaseReading {
    const at = (path: IssuePath): IssuePath => [file + locate(path), ...path]
    const found: Issue[] = []
    const answered = scanText(value, [], at, found)
    const texts = secrets === "open" ? found : found.filter(({ code }) => !code.startsWith("input.secret."))
    for (const { path, characters } of unprintableTexts(withoutPrivateNotes(answered), lacking))
        texts.push(issue("input.text.unprintable", at(path), { characters }, "warning"))
    const parsed = caseSchema.safeParse(answered)
    // Never pushed as arguments: a file may have more findings than a call takes.
    const issues = texts.concat(
        parsed.success
            ? checkConsistency(parsed.data, at)
            : inputIssues({ file, value: answered, schema: caseSchema, locate }, parsed.error),
    )
    if (!parsed.success || hasErrors(issues)) return { issues }
    return { loaded: { case: parsed.data, facts: withoutPrivateNotes(answered), at }, issues }
}

/**
 * A case with orders and transfers added that stand in none of its own fields, in their text form. What they add to the
 * findings is returned; their own are at the field that names them.
 */
export function extendCase(
    loaded: LoadedCase,
    added: { readonly orders: readonly object[]; readonly transfers: readonly object[] },
    from: IssuePath,
): { readonly loaded: LoadedCase; readonly issues: readonly Issue[] } {
    const { exportRows: _, ...facts } = loaded.facts
    const lists = ["orders", "transfers"] as const
    const own = lists.map((list) => listOf(facts[list]))
    const all = Object.fromEntries(lists.map((list, i) => [list, [...(own[i] ?? []), ...added[list]]]))
    const kept = Object.fromEntries(Object.entries(all).filter(([, entries]) => entries.length > 0))
    const extended = { ...facts, ...kept }
    const parsed = caseSchema.safeParse(extended)
    const at = (path: IssuePath): IssuePath => {
        const [list, index] = path
        const count = list === "orders" ? own[0]?.length : list === "transfers" ? own[1]?.length : undefined
        return count !== undefined && typeof index === "number" && index >= count ? loaded.at(from) : loaded.at(path)
    }
    if (!parsed.success)
        return {
            loaded,
            issues: inputIssues(
                { file: String(loaded.at([])[0]), value: extended, schema: caseSchema, locate: () => "" },
                parsed.error,
            ),
        }
    const { privateNotes } = loaded.case
    const facts2 = { ...parsed.data, ...(privateNotes === undefined ? {} : { privateNotes }) }
    const before = new Set(checkConsistency(loaded.case, loaded.at).map((one) => JSON.stringify(one)))
    const issues = checkConsistency(facts2, at).filter((one) => !before.has(JSON.stringify(one)))
    return { loaded: { case: facts2, facts: extended, at }, issues }
}

function listOf(value: unknown): readonly unknown[] {
    return Array.isArray(value) ? value : []
}

function withoutPrivateNotes(facts: unknown): Record<string, unknown> {
    return Object.fromEntries(Object.entries(Object(facts)).filter(([field]) => field !== "privateNotes"))
}

/**
 * Checks every text for secrets and characters that do not show what they are. `notASecret: true` in a mapping
 * answers for the texts of that mapping; the mark itself is taken out.
 */
export function scanText(
    value: unknown,
    path: IssuePath,
    at: (path: IssuePath) => IssuePath,
    issues: Issue[],
    cleared = false,
): unknown {
    if (Array.isArray(value)) return value.map((item, i) => scanText(item, [...path, i], at, issues))
    if (typeof value === "object" && value !== null) {
        const { notASecret, ...members }: Readonly<Record<string, unknown>> = { ...value }
        const clear = notASecret === "true"
        // A text that stands alone, as in a list of texts, is put into a mapping only to carry the mark.
        if (clear && Object.keys(members).join() === "text")
            return scanText(members.text, [...path, "text"], at, issues, true)
        return Object.fromEntries(
            Object.entries(members).map(([key, member]) => [key, scanText(member, [...path, key], at, issues, clear)]),
        )
    }
    if (typeof value === "string") issues.push(...textIssues(value, path, at, cleared))
    return value
}

function textIssues(text: string, path: IssuePath, at: (path: IssuePath) => IssuePath, cleared: boolean): Issue[] {
    const found: Issue[] = []
    const secret = cleared ? undefined : findSecret(text)
    if (secret !== undefined) found.push(issue(`input.secret.${secret}`, at(path), {}))
    const suspect = cleared || secret !== undefined ? undefined : findSuspect(text)
    if (suspect !== undefined) found.push(issue("input.secret.suspected", at(path), { rule: suspect }, "warning"))
    if (hasLoneSurrogate(text)) found.push(issue("input.text.surrogate", at(path), {}))
    const invisible = findInvisible(text)
    if (invisible !== undefined)
        found.push(issue("input.text.invisible", at(path), { codePoint: codePoint(invisible) }, "warning"))
    for (const { found: character, proposed } of findLookAlikes(text))
        found.push(
            issue(
                "input.text.look-alike",
                at(path),
                { found: character, codePoint: codePoint(character), proposed },
                "warning",
            ),
        )
    return found
}
