import { closeSync, copyFileSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { ROOT } from "../check.ts"
import { sampleOut } from "../cli/made.ts"
import { lerpack, scratch } from "../cli/run.ts"
import { differences, give, hasBrowser, openPage, take, violations } from "./browser.ts"

/** The page's registering of an answer, held against the command line. */

const REF = "LX-2023-0321"
const RECEIVED = `
received: {at: 2026-12-10 09:20 +08:00, extractedAt: 2026-12-10 10:05 +08:00, from: le@desk.example, limits: none,
  place: 办案区, firstOfficer: 样民警, secondOfficer: 样例二, mailbox: a@b.example, provider: J. Doe, way: portal, device: x}
`

describe.skipIf(!hasBrowser())("the officer's door", { timeout: 600_000 }, () => {
    test("registers an answer, and makes the court sheet, with the bytes of the command line", async () => {
        const home = scratch()
        const archive = join(home, `${REF}-archive.zip`)
        copyFileSync(join(sampleOut(), `${REF}-archive.zip`), archive)
        const form = readFileSync(join(ROOT, "assets/sample-officer/officer.yaml"), "utf8")
        mkdirSync(join(home, "office"))
        writeFileSync(
            join(home, "office/officer.yaml"),
            form.replace(/^completedAt:.*$/m, "completedAt: 2026-12-10 11:00 +08:00") + RECEIVED,
        )
        mkdirSync(join(home, "answer/sub"), { recursive: true })
        writeFileSync(join(home, "answer/letter.txt"), "The records are attached.")
        writeFileSync(join(home, "answer/sub/empty.csv"), "")
        writeFileSync(join(home, "answer/sub/same.txt"), "The records are attached.")
        const ran = lerpack(
            ["receive", archive, "answer", "--officer", "office/officer.yaml", "-o", "out", "--unsigned"],
            { cwd: home },
        )
        expect(ran.status, ran.stderr).toBe(0)
        mkdirSync(join(home, "again"))
        writeFileSync(join(home, "again/rest.txt"), "What was outstanding.")
        const more = ["receive", `out/${REF}-archive-3.zip`, "again", "--officer", "office/officer.yaml"]
        const second = lerpack([...more, "-o", "out2", "--unsigned"], { cwd: home })
        expect(second.status, second.stderr).toBe(0)
        const court = lerpack(["journal", "show", "--court", archive, "-o", "court"], { cwd: home })
        expect(court.status, court.stderr).toBe(0)

        const { page, errors, requests, close } = await openPage({ place: "/officer" })
        try {
            await give(page, "earlier", join(home, "office"))
            await page.getByText("已经收到").waitFor({ timeout: 120_000 })
            await give(page, "draft", archive)
            await page.locator(".verdict").waitFor({ timeout: 120_000 })
            await page.evaluate(() => {
                location.hash = "/officer/answer"
            })
            await page.getByRole("heading", { level: 1, name: "登记收到的答复" }).waitFor()
            expect(await violations(page)).toEqual([])
            const sheet = scratch()
            await page.getByRole("button", { name: "生成庭前准备" }).click()
            await page.locator(".outputs").waitFor({ timeout: 120_000 })
            await take(page, () => page.getByRole("button", { name: "下载为一个 ZIP" }).click(), sheet, true)
            expect(differences(sheet, join(home, "court"))).toEqual([])
            await give(page, "answer-files", join(home, "answer"))
            await page.getByText("已选 3 个文件").waitFor()
            await page.getByRole("button", { name: "登记，生成新的留存包" }).click()
            await page.getByRole("heading", { level: 1, name: "答复已登记" }).waitFor({ timeout: 120_000 })
            expect(await violations(page)).toEqual([])
            const own = scratch()
            await take(page, () => page.getByRole("button", { name: "下载为一个 ZIP" }).click(), own, true)
            expect(differences(own, join(home, "out"))).toEqual([])

            // Another answer belongs into the archive that was just made; nothing of the one before stands beside it.
            await page.getByRole("button", { name: "打开这个新的留存包，接着办" }).click()
            await page.getByRole("heading", { level: 1, name: "登记收到的答复" }).waitFor({ timeout: 120_000 })
            expect(await page.locator(".outputs").count()).toBe(0)
            expect(await page.getByText("已选 3 个文件").count()).toBe(0)

            // A worker that dies is told, and the next attempt has another.
            const large = join(home, "large.bin")
            const file = openSync(large, "w")
            ftruncateSync(file, 1e9)
            closeSync(file)
            await give(page, "answer-files", large)
            const register = page.getByRole("button", { name: "登记，生成新的留存包" })
            await register.click()
            await page
                .getByText(/已读|read so far/)
                .or(page.locator(".busy:not(.idle)"))
                .first()
                .waitFor()
            await page.workers()[0]?.evaluate(() => {
                setTimeout(() => {
                    throw new Error("out of memory")
                })
            })
            await page.locator(".errs", { hasText: "out of memory" }).waitFor({ timeout: 120_000 })
            // What is chosen next comes beside it: what shall not go in is taken back.
            await give(page, "answer-files", join(home, "again"))
            await page.getByRole("button", { name: "删除 large.bin" }).click()
            expect(await page.getByText("large.bin").count()).toBe(0)
            await register.click()
            await page.getByRole("heading", { level: 1, name: "答复已登记" }).waitFor({ timeout: 240_000 })
            const next = scratch()
            await take(page, () => page.getByRole("button", { name: "下载为一个 ZIP" }).click(), next, true)
            expect(differences(next, join(home, "out2"))).toEqual([])

            // What was made of one archive is not shown beside another case or packet.
            await page.evaluate(() => {
                location.hash = "/officer"
            })
            await give(page, "draft", archive)
            await page.locator(".verdict").waitFor({ timeout: 120_000 })
            await page.evaluate(() => {
                location.hash = "/officer/answer"
            })
            await page.getByRole("heading", { level: 1, name: "登记收到的答复" }).waitFor()
            expect([requests, errors.filter((error) => !error.includes("out of memory"))]).toEqual([[], []])
        } finally {
            await close()
        }
    })
})
