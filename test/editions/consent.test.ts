import { expect, test } from "vitest"
import { consentView } from "../../src/editions/victim/consent.ts"
import { readCase } from "../../src/facts/case/load.ts"
import { renderModel } from "../../src/flows/print/compose.ts"
import { nodeHost } from "../../src/node/host.ts"
import { file, sampleText } from "../check.ts"
import { desk } from "../desks.ts"

const host = nodeHost()

/** The first row of the form, as blocks. */
function holder(change: (text: string) => string): string {
    const { loaded } = readCase("case.yaml", file(change(sampleText("sample-case", "case.yaml"))))
    if (loaded === undefined) throw new Error("the sample is not right")
    const text = JSON.stringify(renderModel(host, "zh-CN/consent", consentView(loaded.case, desk())))
    return text.slice(text.indexOf("Account holder"), text.indexOf("Platform"))
}

test("an account holder without a name in Latin letters has a line to write it on", () => {
    const given = holder((text) => text)
    expect(given).toContain("Lin Xiaozhou")
    expect(given).not.toContain('"blank"')
    const absent = holder((text) => text.replace(/ {2}namePinyin: .*\n/, ""))
    expect(absent).not.toMatch(/Lin Xiaozhou|—/)
    expect(absent).toContain('"blank"')
})
