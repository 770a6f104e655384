import { expect, test } from "vitest"
import { checkDateOrder } from "../../../src/facts/officer/date-order.ts"
import { readOfficer } from "../../../src/facts/officer/officer.ts"
import { codes, file } from "../../check.ts"

/** Acts that rest on each other are never dated the other way round; equal days are fine. */

const GOOD = {
    receiptOn: "2023-03-23",
    filingOn: "2023-04-01",
    approval: "2023-05-05",
    instrument: "2023-05-05",
    letter: "2023-05-06",
    replyBy: "2023-06-08",
    mailbox: "2023-05-08",
    channel: "2023-05-08",
    consent: "2023-05-07",
    stage: "filed",
}

function found(change: Partial<typeof GOOD>): readonly string[] {
    const on = { ...GOOD, ...change }
    const { officer, issues } = readOfficer(
        "officer.yaml",
        file(`completedAt: 2023-05-08 15:30 +08:00
route: email
investigation: {stage: ${on.stage}}
caseNumbers: {receiptOn: ${on.receiptOn}, filingOn: ${on.filingOn}}
approval: {date: ${on.approval}}
instrument: {date: ${on.instrument}}
letter: {date: ${on.letter}}
request: {replyBy: ${on.replyBy}}
mailboxAccepted: {by: 甲, on: ${on.mailbox}, how: 复信}
channelConfirmed: {by: 甲, on: ${on.channel}, how: 官方页面}
consent: {on: ${on.consent}}
`),
    )
    if (officer === undefined) throw new Error(codes(issues).join("\n"))
    return codes(checkDateOrder("officer.yaml", officer))
}

test("in order nothing is found", () => {
    expect(found({})).toEqual([])
})

test.each<readonly [string, Partial<typeof GOOD>, string]>([
    ["filing before the receipt", { filingOn: "2023-03-22" }, "caseNumbers/filingOn"],
    ["approval before filing", { filingOn: "2023-05-06" }, "approval/date"],
    ["instrument before approval", { instrument: "2023-05-04" }, "instrument/date"],
    ["letter before instrument", { letter: "2023-05-04" }, "letter/date"],
    ["letter after completion", { letter: "2023-05-09" }, "letter/date"],
    ["mailbox after completion", { mailbox: "2023-05-09" }, "mailboxAccepted/on"],
    ["channel after completion", { channel: "2023-05-09" }, "channelConfirmed/on"],
    ["consent after completion", { consent: "2023-05-09" }, "consent/on"],
    ["a reply by yesterday", { replyBy: "2023-05-07" }, "request/replyBy"],
])("%s", (_, change, place) => {
    expect(found(change)).toEqual([`request.dates.order officer.yaml/${place}`])
})

test("before filing an approval may be older than the filing that followed", () => {
    expect(found({ stage: "verification", filingOn: "2023-05-07" })).toEqual([])
})
