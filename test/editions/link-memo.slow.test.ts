import { expect, test } from "vitest"
import { linkMemoView } from "../../src/editions/police/link-memo.ts"
import { readCase } from "../../src/facts/case/load.ts"
import { DIRECTORY_FILE, readDirectory } from "../../src/facts/legal/directory.ts"
import { readLaws } from "../../src/facts/legal/laws.ts"
import { readLinkChecks } from "../../src/facts/legal/link-checks.ts"
import { renderModel } from "../../src/flows/print/compose.ts"
import { nodeHost } from "../../src/node/host.ts"
import { file } from "../check.ts"
import { desk, deskCase, INVENTED, SHIPPED, shipped } from "../desks.ts"

/** The memo can be made for every desk: with a portal or without, with an official page or without. */

const host = nodeHost()
const desks = [...SHIPPED.map((id) => [id, shipped(id)] as const), ...INVENTED.map((id) => [id, desk(id)] as const)]

test.each(desks)("%s", (_, recipient) => {
    const { loaded } = readCase("case.yaml", file(deskCase()))
    if (loaded === undefined) throw new Error("the case is not right")
    const laws = readLaws(host.asset("legal/laws.yaml"))
    const checks = readLinkChecks(host.asset("legal/link-checks.yaml"))
    const data = linkMemoView(loaded.case, recipient, laws, checks, readDirectory(host.asset(DIRECTORY_FILE)))
    const text = JSON.stringify(renderModel(host, "zh-CN/link-memo", data))
    for (const { address } of Object.values(recipient.routes))
        if (address !== undefined) expect(text).toContain(address)
    expect(text).not.toContain(loaded.case.account.uid ?? "no account")
})
