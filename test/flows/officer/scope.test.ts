import { describe, expect, test } from "vitest"
import { utf8 } from "../../../src/base/bytes.ts"
import { printJson } from "../../../src/base/canonical-json.ts"
import { PacketError } from "../../../src/base/issue.ts"
import { type Officer, officerSchema } from "../../../src/facts/officer/officer.ts"
import { type Recipient, recipientSchema } from "../../../src/facts/recipients/recipient-schema.ts"
import { PREPARED_NAME } from "../../../src/flows/officer/names.ts"
import { checkPrepared, letterCodeOf, scopeSha256 } from "../../../src/flows/officer/prepared-record.ts"
import type { Undertaking } from "../../../src/flows/officer/undertake.ts"
import { codes } from "../../check.ts"
import { fillSchema } from "../../cli/schema-markers.ts"
import { desk } from "../../desks.ts"

/**
 * What the sealed letter says and the second step must find unchanged, and what may still be filled in or corrected.
 * The keys are those of the schemas: a new one does not compile before it stands in one of the tables.
 */

const OFFICER: Readonly<Record<keyof Officer, "bound" | "free">> = {
    format: "free",
    letter: "free",
    ownForm: "free",
    investigation: "free",
    identityReplaced: "free",
    identityApproval: "free",
    exportAssessment: "free",
    consent: "free",
    ref: "free", // compared by itself
    recipient: "free", // by the desk's id
    completedAt: "free",
    letterCode: "free", // compared by itself
    route: "free",
    agency: "free",
    officer: "free",
    secondOfficer: "free",
    caseNumbers: "free",
    instrument: "bound",
    approval: "free",
    verifiedAddresses: "free",
    channelConfirmed: "free",
    mailboxAccepted: "free",
    identityUnmarked: "free",
    request: "bound",
    exhibits: "bound",
    factsNotUsed: "bound",
}

/** Of what is bound in part, the members that are. */
const RECIPIENT: Readonly<Record<keyof Recipient, "bound" | "free" | readonly string[]>> = {
    format: "free",
    id: "bound",
    name: "free",
    compiledOn: "free",
    addressee: ["zh", "en"],
    identityReceivers: "free",
    languages: "free",
    routes: "free",
    followUp: "free",
    questions: "free",
    officialMail: "free",
    officialDocument: "free",
    userNotice: "free",
    responseTimes: "free",
    identifierFormats: "free",
    identifiersCsv: "free",
    letterDocx: "free",
    letterDocxBasis: "free",
    limits: "free",
    freeze: "free",
    preservation: "free",
    attestation: "free",
    notes: "free",
    itemsNote: "free",
    items: "free",
    dataNote: "free",
    dataGroups: "bound",
}

/** Every field filled in, also one that is added tomorrow. */
const officer = officerSchema.parse(fillSchema(officerSchema, "", {}).value)
const recipient: Recipient = { ...desk(), identifiersCsv: "no", letterDocxBasis: desk("one-photo").letterDocxBasis }

type Path = readonly (string | number)[]

/** Paths of all single values. */
function valuesIn(value: unknown, path: Path = []): Path[] {
    if (typeof value !== "object" || value === null) return value === undefined ? [] : [path]
    return Object.entries(value).flatMap(([key, member]) =>
        valuesIn(member, [...path, Array.isArray(value) ? Number(key) : key]),
    )
}

/** A copy in which the value at one path is another. */
function changed<T>(value: T, [key, ...rest]: Path): T {
    if (key === undefined) return (typeof value === "number" ? value + 1 : `${String(value)}-`) as T
    const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string | number, unknown>
    copy[key] = changed(copy[key], rest)
    return copy as T
}

const isBound = ([key, member]: Path, table: Readonly<Record<string, string | readonly string[]>>): boolean => {
    const said = table[String(key)]
    return typeof said === "string" ? said === "bound" : (said?.includes(String(member)) ?? false)
}

/** Codes with which the second step refuses what the first one prepared for `officer` and `recipient`. */
function refusals(then: Officer, to: Recipient): readonly string[] {
    const ref = "LX-1"
    const record = {
        ...{ format: "1.0", ref, draft: "0011 2233", letterCode: letterCodeOf([]), annexes: [] },
        ...{ scope: scopeSha256(officer, recipient), letter: "0f".repeat(32) },
    }
    const input = { file: "officer.yaml", officer: { ...then, letterCode: record.letterCode } }
    const draft = { report: { checkCode: record.draft } }
    const undertaking = { ref, recipient: to, input, draft, issues: [] }
    try {
        checkPrepared(undertaking as unknown as Undertaking, new Map([[PREPARED_NAME, utf8(printJson(record))]]))
    } catch (error) {
        if (error instanceof PacketError) return codes(error.issues)
        throw error
    }
    return []
}

test("the tables hold every key, and every key has a value here", () => {
    for (const [schema, table, value] of [
        [officerSchema, OFFICER, officer],
        [recipientSchema, RECIPIENT, recipient],
    ] as const) {
        expect(Object.keys(table).sort()).toEqual(Object.keys(schema.shape).sort())
        expect([...new Set(valuesIn(value).map(([key]) => key))].sort()).toEqual(Object.keys(table).sort())
    }
    expect(refusals(officer, recipient)).toEqual([])
})

const REFUSED = ["request.prepared.scope officer.yaml"]

describe("officer data with another value at one place", () => {
    test.each(valuesIn(officer).map((path) => [path.join("."), path] as const))("%s", (_, path) => {
        const other = changed(officer, path)
        const bound = isBound(path, OFFICER)
        expect(scopeSha256(other, recipient) !== scopeSha256(officer, recipient)).toBe(bound)
        expect(refusals(other, recipient)).toEqual(bound ? REFUSED : [])
    })
    test.each(Object.keys(OFFICER).filter((key) => isBound([key], OFFICER)))("without %s", (key) => {
        expect(refusals({ ...officer, [key]: undefined }, recipient)).toEqual(REFUSED)
    })
})

describe("a profile with another value at one place", () => {
    test("is refused where the letter quotes it, and nowhere else", () => {
        const paths = valuesIn(recipient)
        expect(paths.length).toBeGreaterThan(100)
        for (const path of paths)
            expect(refusals(officer, changed(recipient, path)), path.join(".")).toEqual(
                isBound(path, RECIPIENT) ? REFUSED : [],
            )
    })
})
