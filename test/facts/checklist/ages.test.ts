import { describe, expect, test } from "vitest"
import { LANGS } from "../../../src/base/lang.ts"
import { parseTime, type Time } from "../../../src/base/text/time.ts"
import { ageIssues } from "../../../src/facts/checklist/ages.ts"
import { type Officer, readOfficer } from "../../../src/facts/officer/officer.ts"
import { profileDay } from "../../../src/facts/recipients/age.ts"
import { parseRecipient } from "../../../src/facts/recipients/recipient.ts"
import { messageOf } from "../../../src/messages/index.ts"
import { codes, file, sampleText } from "../../check.ts"
import { deskText } from "../../desks.ts"

/** How long what is known of a desk holds, by the officer's day and by no clock. */

const { officer } = readOfficer("officer.yaml", file(sampleText("sample-officer", "officer.yaml")))
if (officer === undefined) throw new Error("the sample officer is broken")

const at = (text: string): Time => {
    const time = parseTime(text)
    if (typeof time === "string") throw new Error(time)
    return time
}
const day = (local: string): Time => ({ local, offsetMinutes: undefined, epochMs: undefined })
const acted = (completedAt: string, on?: string): Officer => {
    const { channelConfirmed: _, ...rest } = officer
    const time = { ...rest, completedAt: at(completedAt) }
    return on === undefined ? time : { ...time, channelConfirmed: { by: "x", how: "x", on: day(on) } }
}
const profile = (change: (text: string) => string = (text) => text) => {
    const { recipient, issues } = parseRecipient("all-routes", change(deskText("all-routes")))
    if (recipient === undefined) throw new Error(codes(issues).join())
    return recipient
}
const found = (of: Officer, change?: (text: string) => string) =>
    ageIssues("officer.yaml", profile(change), of).map(({ code, severity }) => `${severity} ${code}`)

const verified = (on: string) => (text: string) =>
    text.replace('reportedOn: "2026-09-25"\n', `reportedOn: "2026-09-25"\n  verifiedOn: "${on}"\n`)
const undated = (text: string) => text.replace(/^ +(?:reported|verified)On: .*\n/gm, "")

describe("a profile is as old as its newest verification", () => {
    test.each([
        ["verified", verified("2026-10-01"), { day: "2026-10-01", by: "verified" }],
        ["verified long ago and reported lately", verified("2020-01-01"), { day: "2020-01-01", by: "verified" }],
        ["reported alone", undefined, { day: "2026-09-25", by: "reported" }],
        ["without any day", undated, { day: "2026-11-21", by: "compiled" }],
        ["a year alone counts as its end", verified("2026"), { day: "2026", by: "verified" }],
    ])("%s", (_, change, expected) => {
        expect(profileDay(profile(change))).toEqual(expected)
    })

    test.each([
        ["365 days after", "2027-09-25 12:00 +08:00", []],
        ["366 days after", "2027-09-26 00:30 +08:00", ["warning request.profile.old"]],
        ["the evening before in UTC, the 366th day in China", "2027-09-25 17:00 Z", ["warning request.profile.old"]],
        ["long before it was put together", "2023-05-08 12:00 +08:00", []],
    ])("%s", (_, completed, expected) => {
        expect(found(acted(completed))).toEqual(expected)
    })

    test("its own figure counts before ours", () => {
        const own = (text: string) => text.replace("itemsNote:", 'ages: { profileDays: "30" }\nitemsNote:')
        expect(found(acted("2026-10-25 12:00 +08:00"), own)).toEqual([])
        expect(found(acted("2026-10-26 12:00 +08:00"), own)).toEqual(["warning request.profile.old"])
    })
})

describe("a channel that was verified", () => {
    test.each([
        ["on the day itself", "2026-11-27", []],
        ["90 days before", "2026-08-29", []],
        ["91 days before", "2026-08-28", ["warning request.channel.old"]],
    ])("%s", (_, on, expected) => {
        expect(found(acted("2026-11-27 09:00 +08:00", on))).toEqual(expected)
    })

    test("is told with both days, in each language", () => {
        for (const on of ["2026-08-28"])
            for (const one of ageIssues("officer.yaml", profile(), acted("2026-11-27 09:00 +08:00", on)))
                for (const lang of LANGS) {
                    const { message } = messageOf(one, lang)
                    expect(message).toContain(on)
                    expect(message).toContain("2026-11-27")
                }
    })
})
