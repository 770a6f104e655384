import * as z from "zod"
import { type Issue, type IssuePath, issue } from "../../base/issue.ts"
import { closest } from "../../base/text/closest.ts"
import { inventedIn } from "../addresses/invented.ts"
import { officerSchema } from "../officer/officer.ts"
import { factsOf } from "./profile-facts.ts"
import { type AbsentDesk, type Recipient, type RecipientInFile, SHARED } from "./recipient-schema.ts"

/** What the shape of a profile cannot say: names that must exist elsewhere in it, or in the officer data. */

/** Findings about a profile that has the right shape. `at` makes a path with its line from the keys of the file. */
export function checkProfile(profile: Recipient, at: (keys: IssuePath) => IssuePath): Issue[] {
    return [
        ...twice(profile, at),
        ...leafFaults(profile, at),
        ...stepFaults(profile, at),
        ...addressFaults(profile, at),
        ...periodFaults(profile, at),
        ...invented(profile, at),
    ]
}

/** The same about a desk of which no channel is known. */
export function checkAbsent(desk: AbsentDesk, at: (keys: IssuePath) => IssuePath): Issue[] {
    return [...sourceFaults(desk, at), ...invented(desk, at)]
}

/** What 1.0 did not have: an older program would refuse such a file without saying why. */
export function formatFaults(desk: RecipientInFile, at: (keys: IssuePath) => IssuePath): Issue[] {
    if (desk.format !== "1.0") return []
    const later: readonly (readonly [string, unknown])[] = [
        ["name.others", desk.name.others],
        ["otherPages", desk.otherPages],
        ["emergency", desk.emergency],
        ["readings", factsOf(desk).find(({ keys }) => keys.includes("readings"))],
    ]
    const used = later.filter(([, value]) => value !== undefined).map(([member]) => member)
    const lacking = SHARED.filter((member) => desk[member] === undefined)
    return [
        ...used.map((member) => issue("request.profile.format", at(["format"]), { member })),
        ...lacking.map((member) => issue("input.field.missing", at([member]), { expected: "" })),
    ]
}

/** Addresses that stand in public lists alone; one that somebody has verified since is pointed out. */
function invented(desk: Recipient | AbsentDesk, at: (keys: IssuePath) => IssuePath): Issue[] {
    const issues: Issue[] = []
    const visit = (value: unknown, keys: IssuePath, isVerified: boolean): void => {
        if (typeof value === "string") {
            for (const one of inventedIn(value))
                issues.push(issue("request.address.invented", at(keys), one, isVerified ? "warning" : "error"))
        } else if (Array.isArray(value)) value.forEach((member, i) => void visit(member, [...keys, i], isVerified))
        else if (typeof value === "object" && value !== null) {
            const verified = isVerified || ("verifiedOn" in value && value.verifiedOn !== undefined)
            for (const [key, member] of Object.entries(value)) visit(member, [...keys, key], verified)
        }
    }
    visit(desk, [], false)
    return issues
}

/** Ids that stand for two things. */
function twice(profile: Recipient, at: (keys: IssuePath) => IssuePath): Issue[] {
    const lists: readonly (readonly { id: string; keys: IssuePath }[])[] = [
        profile.items.map(({ id }, i) => ({ id, keys: ["items", i, "id"] })),
        profile.items.flatMap(({ leaves }, i) =>
            leaves.map(({ id }, j) => ({ id, keys: ["items", i, "leaves", j, "id"] })),
        ),
        profile.dataGroups.map(({ id }, i) => ({ id, keys: ["dataGroups", i, "id"] })),
    ]
    return lists.flatMap((list) =>
        list
            .filter(({ id }, i) => list.findIndex((other) => other.id === id) < i)
            .map(({ id, keys }) => issue("request.profile.id-twice", at(keys), { id })),
    )
}

/** Groups of the officer data that may go out; approvals and the like are the agency's own business. */
const SENT = /^(?:agency|officer|caseNumbers|instrument)\./

/** A leaf is one thing, and the fields it names exist; the case materials are asked for once. */
function leafFaults(profile: Recipient, at: (keys: IssuePath) => IssuePath): Issue[] {
    const known = officerPaths()
    const issues: Issue[] = []
    profile.items.forEach(({ leaves }, i) => {
        leaves.forEach(({ id, photo, fields, materials, byHand }, j) => {
            const keys: IssuePath = ["items", i, "leaves", j]
            if ([photo, fields, materials, byHand].filter((kind) => kind !== undefined).length !== 1)
                issues.push(issue("request.profile.leaf-kind", at(keys), { leaf: id }))
            fields?.forEach((field, k) => {
                if (known.includes(field) && !SENT.test(field))
                    issues.push(issue("request.profile.field-internal", at([...keys, "fields", k]), { field }))
                if (!known.includes(field))
                    issues.push(
                        issue("request.profile.field-unknown", at([...keys, "fields", k]), {
                            found: field,
                            proposed: closest(field, known) ?? "",
                        }),
                    )
            })
        })
    })
    if (!profile.items.some(({ leaves }) => leaves.some(({ materials }) => materials !== undefined)))
        issues.push(issue("request.profile.no-materials", at(["items"]), {}))
    return issues
}

function stepFaults(profile: Recipient, at: (keys: IssuePath) => IssuePath): Issue[] {
    const leaves = profile.items.flatMap((item) => item.leaves.map(({ id }) => id))
    return Object.entries(profile.routes).flatMap(([name, { steps = [], stages }]) =>
        steps.flatMap((step, i) => {
            const keys: IssuePath = ["routes", name, "steps", i]
            const strayStage =
                stages === undefined || stages.some(({ zh }) => zh === step.stage)
                    ? []
                    : [
                          issue("request.profile.stage-unknown", at([...keys, "stage"]), {
                              found: step.stage,
                              known: stages.map(({ zh }) => zh).join("、"),
                          }),
                      ]
            const strayLeaves = (step.leaves ?? []).flatMap((id, j) =>
                leaves.includes(id)
                    ? []
                    : [
                          issue("request.profile.leaf-unknown", at([...keys, "leaves", j]), {
                              found: id,
                              proposed: closest(id, leaves) ?? "",
                          }),
                      ],
            )
            return [...strayStage, ...strayLeaves]
        }),
    )
}

/** A period belongs to a data group that there is. */
function periodFaults({ periods = {}, dataGroups }: Recipient, at: (keys: IssuePath) => IssuePath): Issue[] {
    const known = dataGroups.map(({ id }) => id)
    return Object.keys(periods)
        .filter((id) => !known.includes(id))
        .map((found) =>
            issue("request.profile.group-unknown", at(["periods", found]), { found, known: known.join("、") }),
        )
}

const MAILBOX = /^[^@\s]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/
const PAGE = /^https:\/\/[A-Za-z0-9.-]+\.[A-Za-z]{2,}(?::\d+)?(?:\/[\x21-\x7E]*)?$/

/** An e-mail route has a mailbox or none, a portal a page; sources are pages. */
function addressFaults(profile: Recipient, at: (keys: IssuePath) => IssuePath): Issue[] {
    const issues: Issue[] = []
    const expect = (value: string | undefined, keys: IssuePath, ...forms: readonly RegExp[]): void => {
        if (value !== undefined && !forms.some((form) => form.test(value)))
            issues.push(issue("request.profile.address", at(keys), { found: value }))
    }
    for (const [name, { address }] of Object.entries(profile.routes))
        expect(address, ["routes", name, "address"], name === "email" ? MAILBOX : PAGE)
    expect(profile.officialPage?.address, ["officialPage", "address"], PAGE)
    expect(profile.followUp?.address, ["followUp", "address"], MAILBOX, PAGE)
    expect(profile.questions?.address, ["questions", "address"], MAILBOX, PAGE)
    profile.otherPages?.forEach((page, i) => void expect(page.address, ["otherPages", i, "address"], PAGE))
    return [...issues, ...sourceFaults(profile, at)]
}

/** Sources are pages. */
function sourceFaults(desk: Recipient | AbsentDesk, at: (keys: IssuePath) => IssuePath): Issue[] {
    return factsOf(desk).flatMap(({ keys, fact: { url } }) =>
        url === undefined || PAGE.test(url) || /^http:\/\/[\x21-\x7E]+$/.test(url)
            ? []
            : [issue("request.profile.address", at([...keys, "url"]), { found: url })],
    )
}

interface Node {
    readonly properties?: Readonly<Record<string, Node>>
    readonly anyOf?: readonly Node[]
}

/** Paths of texts in the officer data: `agency.nameZh`, `officer.phone`. */
function officerPaths(): readonly string[] {
    const walk = (node: Node, path: readonly string[]): string[] => [
        ...(node.properties === undefined && path.length > 1 ? [path.join(".")] : []),
        ...Object.entries(node.properties ?? {}).flatMap(([key, member]) => walk(member, [...path, key])),
        ...(node.anyOf ?? []).filter(({ properties }) => properties).flatMap((member) => walk(member, path)),
    ]
    return walk(z.toJSONSchema(officerSchema, { io: "input", unrepresentable: "any" }) as Node, [])
}
