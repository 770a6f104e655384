import { describe, expect, test } from "vitest"
import { PacketError } from "../../src/base/issue.ts"
import { readDirectory } from "../../src/facts/legal/directory.ts"
import { findEntries } from "../../src/facts/legal/directory-find.ts"
import { readFilingQuestions } from "../../src/facts/legal/filing-questions.ts"
import { readLaws } from "../../src/facts/legal/laws.ts"
import { readLinkChecks } from "../../src/facts/legal/link-checks.ts"
import { codes, sampleText } from "../check.ts"

const text = sampleText("legal", "directory.yaml")
const directory = readDirectory(text)
const ids = (words: readonly string[], reader?: "victim" | "police") =>
    findEntries(directory, words, reader).map(({ id }) => id)

describe("the directory", () => {
    test("is found in Chinese and English, in any case and width, by all of the words; names come first", () => {
        expect(ids(["网安"])[0]).toBe("cyber-police")
        expect(ids(["CYBER"])).toContain("cyber-police")
        expect(ids(["ｉａｓｂ"])).toEqual(["iasb"])
        expect(ids(["公安部"])[0]).toBe("mps")
        expect(ids(["中国", "会计学"])).toEqual(["accounting"])
        expect(ids(["no such body"])).toEqual([])
        expect(ids([]).length).toBe(directory.entries.length)
    })

    test("gives each reader the own entries: 12389 and supervision never to police", () => {
        expect(ids(["12389"], "victim")).toEqual(["line-12389"])
        expect(ids(["12389"], "police")).toEqual([])
        expect(ids([], "police")).not.toContain("procuratorate")
        expect(JSON.stringify(findEntries(directory, [], "police"))).not.toContain("12389")
    })

    test("holds all of the list that a victim put together, with both readings where versions differ", () => {
        const shorts =
            "COURT SPP MPS MOJ MIIT MOF CASC KJS-MOF NDRC PBC CBIRC CSRC CAC SAFE SAMR SAIC AFCA CFAC SAC AMAC ASC NIFA PCAC CAS CICPA IACR IFCA ICPO ICMA ISSA FIA FMA IASB WB BIS IMF"
        for (const short of shorts.split(" ")) expect(ids([short]).length, short).toBeGreaterThan(0)
        for (const [id, used, other] of [
            ["iasb", "ifrs.org", "interagencystandingcommittee.org"],
            ["safe", "www.safe.gov.cn", "m.safe.gov.cn"],
            ["securities", "www.sac.net.cn", "tzz.sac.net.cn"],
        ] as const) {
            const [entry] = findEntries(directory, [id]).filter((one) => one.id === id)
            expect(entry?.address).toContain(used)
            expect(entry?.readings.map(({ address }) => address).join()).toContain(other)
        }
        // An address that is another body's is not given as its own.
        expect(findEntries(directory, ["中国银行业协会"])[0]?.address).toBeUndefined()
    })

    test("ids are used once", () => {
        const all = directory.entries.map(({ id }) => id)
        expect(all.filter((id, i) => all.indexOf(id) !== i)).toEqual([])
    })

    test("a source that is not there is a fault of the file", () => {
        try {
            readDirectory(text.replace("from: told", "from: nobody"))
            expect.unreachable()
        } catch (error) {
            expect(error instanceof PacketError && codes(error.issues)).toEqual([
                "input.value.not-allowed legal/directory.yaml/entries/0",
            ])
        }
    })
})

test.each([
    ["directory.yaml", readDirectory],
    ["link-checks.yaml", readLinkChecks],
    ["filing-questions.yaml", (text: string) => readFilingQuestions(text, readLaws(sampleText("legal", "laws.yaml")))],
])("%s may name no source that it does not have", (name, read) => {
    const source = sampleText("legal", name)
    const spoilt = source.replace(/(?<=\bfrom: )[\w-]+/, "nobody")
    expect(() => read(source)).not.toThrow()
    expect(() => read(spoilt)).toThrow(PacketError)
    expect(spoilt).not.toBe(source)
})
