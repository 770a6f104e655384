import { describe, expect, test } from "vitest"
import { fromUtf8 } from "../../../src/base/bytes.ts"
import { PacketError } from "../../../src/base/issue.ts"
import { INVENTED } from "../../../src/facts/addresses/invented.data.ts"
import { profileDay } from "../../../src/facts/recipients/age.ts"
import { type FoundDesk, newProfile, proposeDeskId } from "../../../src/facts/recipients/new-profile.ts"
import { readRecipient } from "../../../src/facts/recipients/recipient.ts"
import { codes } from "../../check.ts"

/** A profile from the few things that an officer knows who found a desk's channel. */

const FOUND: FoundDesk = {
    id: "foghorn",
    "name-zh": "雾角（Foghorn）",
    "name-en": "Foghorn",
    page: " https://foghorn.example/police ",
    email: "police@foghorn.example",
    portal: "",
}
const made = (changes: Partial<FoundDesk> = {}) => {
    const found = { ...FOUND, ...changes }
    return readRecipient(found.id, fromUtf8(newProfile(found, "2026-11-28")) ?? "")
}
const faults = (changes: Partial<FoundDesk>): readonly string[] => {
    try {
        made(changes)
        return []
    } catch (fault) {
        if (!(fault instanceof PacketError)) throw fault
        return codes(fault.issues)
    }
}

test("holds what was found, with its page and day, and infers the rest", () => {
    const recipient = made()
    expect(recipient.name).toEqual({ zh: "雾角（Foghorn）", en: "Foghorn" })
    expect(recipient.officialPage).toMatchObject({ address: "https://foghorn.example/police", grade: "A" })
    expect(Object.keys(recipient.routes)).toEqual(["email"])
    expect(recipient.routes.email).toMatchObject({
        address: "police@foghorn.example",
        url: "https://foghorn.example/police",
        reportedOn: "2026-11-28",
    })
    // Nobody has confirmed anything with the desk.
    expect(recipient.routes.email?.verifiedOn).toBeUndefined()
    for (const fact of [recipient.languages, recipient.officialMail, recipient.officialDocument, recipient.addressee])
        expect(fact.grade).toBe("D")
    expect(profileDay(recipient).day).toBe("2026-11-28")
    expect(Object.keys(made({ portal: "https://foghorn.example/form" }).routes)).toEqual(["portal", "email"])
    expect(made({ "name-zh": "LBank" }).addressee.zh).toContain("LBank 执法协助部门")
})

test("is the same bytes for the same answers, and holds whatever was typed as text", () => {
    expect(newProfile(FOUND, "2026-11-28")).toEqual(newProfile(FOUND, "2026-11-28"))
    for (const name of ["yes", "1.0", "雾角: {甲}", "- 甲", "#甲", "'甲\"", "null", "2026-11-28"])
        expect(made({ "name-zh": name }).name.zh).toBe(name)
})

describe("what is wrong is named at its field", () => {
    test.each<readonly [Partial<FoundDesk>, readonly string[]]>([
        [{ "name-zh": "" }, ["input.field.missing name-zh"]],
        [{ "name-en": "雾角" }, ["request.english.characters name-en"]],
        [{ page: "" }, ["input.field.missing page"]],
        [{ page: "foghorn.example" }, ["request.profile.address page"]],
        [{ email: "" }, ["request.profile.no-route email"]],
        [{ email: "foghorn.example" }, ["request.profile.address email"]],
        [{ portal: "http://foghorn.example" }, ["request.profile.address portal"]],
        [{ id: "Fog Horn" }, ["request.profile.id-form id"]],
        [{ email: INVENTED[0]?.address ?? "" }, ["request.address.invented email"]],
    ])("%j", (changes, expected) => {
        expect(faults(changes)).toEqual(expected)
    })
    test("all at once", () => {
        expect(faults({ "name-en": "雾角", email: "", id: "?" }).map((one) => one.split(" ")[1])).toEqual(
            expect.arrayContaining(["name-en", "email", "id"]),
        )
    })
})

test.each([
    ["LBank Exchange", "lbank-exchange"],
    ["  Crypto.com!", "crypto-com"],
    ["ＨＴＸ", "htx"],
    ["火币", ""],
])("the id of %s is %s", (name, id) => {
    expect(proposeDeskId(name)).toBe(id)
})
