import { cpSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { ROOT } from "../check.ts"
import { lerpack, scratch } from "../cli/run.ts"
import { differences, give, hasBrowser, type Opened, openPage, take, takeMade, violations } from "./browser.ts"

// Export files in the page: what was read in them is shown, what they do not say is asked, rows are ticked.

const NOW = "2026-11-20T10:00:00+08:00"
const SAMPLE = join(ROOT, "assets/sample-case")
const C2C = join(ROOT, "test/fixtures/exports/okx/okx-trades-zh.csv")
/** A header that no format has. */
const STRANGE = "成交时刻,Coin,Delta,备忘\n2023-03-20 18:00:00,USDT,-5.5,a\n2023-03-20 18:00:01,BTC,0.25,b\n"

const goTo = async (page: Page, place: string, selector: string): Promise<void> => {
    await page.evaluate((hash) => {
        location.hash = hash
    }, `/victim/${place}`)
    await page.waitForSelector(selector)
}

describe.skipIf(!hasBrowser())("a victim with export files", () => {
    let opened: Opened
    const out = scratch()
    const cli = (...args: string[]) => lerpack(args)
    let work = ""
    beforeAll(async () => {
        cpSync(SAMPLE, join(out, "case"), { recursive: true, preserveTimestamps: true })
        writeFileSync(join(out, "我的表.csv"), STRANGE)
        opened = await openPage({ now: NOW })
        await give(opened.page, "work", join(out, "case"))
        await opened.page.waitForSelector(".tasks")
    })
    afterAll(() => opened.close())

    test("sees what each was recognised as, and is asked what it does not say", async () => {
        const { page } = opened
        await goTo(page, "evidence", "#add-exports")
        await give(page, "add-exports", C2C)
        await page.waitForSelector('a[href="#/victim/e/X07"]')
        await give(page, "add-exports", join(out, "我的表.csv"))
        await page.waitForSelector('a[href="#/victim/e/X08"]')
        await goTo(page, "exports", ".tasks small")
        const lines = await page.locator(".tasks li").allInnerTexts()
        expect(lines).toHaveLength(8)
        expect(lines[2]).toContain("Binance 合约委托 2023")
        expect(lines[2]).toContain("采用 17 行，不计 1 行（没有成交 1）")
        expect(lines[6]).toContain("请您回答 1")
        expect(lines[7]).toContain("表头不认识")
    })

    test("confirms a zone that was proposed", async () => {
        const { page } = opened
        await page.click('a[href="#/victim/x/X07"]')
        await page.locator("label", { hasText: "北京时间（UTC+8）（推定，请您确认）" }).click()
        await page.click("#read-again")
        await page.locator(".lines dd", { hasText: "报案人填写" }).waitFor()
        expect(await page.locator(".lines").innerText()).toContain("UTC+8（时区依据：报案人填写）")
    })

    test("names the columns of a header that nobody knows, and its rows are read", async () => {
        const { page } = opened
        await goTo(page, "x/X08", "select")
        await page.locator("label", { hasText: "账户流水" }).first().click()
        for (const [header, meaning] of Object.entries({ 成交时刻: "时间", Coin: "币种", Delta: "变动、数量" }))
            await page.getByLabel(`“${header}”是什么`).selectOption({ label: meaning })
        await page.locator("#read-again").click()
        await page.locator(".lines dd", { hasText: "采用 2 行" }).waitFor()
        await page.getByText("UTC", { exact: true }).click()
        expect(await page.getByLabel("“Coin”是什么").inputValue()).toBe("币种")
    })

    test("ticks rows; the first change keeps what was proposed in every file", async () => {
        const { page } = opened
        await goTo(page, "r/X03", "table.rows")
        expect(await page.locator(".rows tr.picked").count()).toBe(17)
        await page.getByLabel("第 19 行：不是本人操作").uncheck()
        await page.locator(".picked", { hasText: "第 2-7, 9-18 行" }).first().waitFor()
        await page.getByLabel("第 8 行：填入订单、转出记录").check()
        await goTo(page, "r/X06", "table.rows")
        await page.locator(".picked", { hasText: "第 2-10 行" }).first().waitFor()
        await page.getByLabel("第 20 行：不是本人操作").check()
        await page.getByLabel("第 23 行：不是本人操作").click({ modifiers: ["Shift"] })
        await page.locator(".picked", { hasText: "第 2-10, 20-23 行" }).first().waitFor()
        await page.fill("#go-row", "40")
        await page.keyboard.press("Enter")
        await page.getByLabel("第 62 行：不是本人操作").waitFor()
        expect(await page.getByLabel("第 39 行：不是本人操作").count()).toBe(0)
        await page.click("#view-span")
        await page.fill("#span-from", "2023-02-20")
        await page.fill("#span-to", "2023-02-21")
        await page.getByRole("button", { name: "显示", exact: true }).click()
        await page.click("#tick-view")
        await page
            .locator(".picked", { hasText: /第 2-10, 20-23, \d+-62 行/ })
            .first()
            .waitFor()
    })

    test("sees figures, picture and contradictions, and answers one of them", async () => {
        const { page } = opened
        await goTo(page, "ledger", ".figures")
        expect(await page.locator(".chart svg").getAttribute("aria-label")).toContain("合约末笔卖出：TRBUSDT")
        expect(await page.locator("#figures-trades ~ ul").innerText()).toContain("TRBUSDT")
        expect(await page.locator(".beside").first().innerText()).toContain("在“导出文件”的“计算结果”里写明原因（L")
        const answers = page.locator(".beside textarea")
        expect(await answers.count()).toBeGreaterThan(0)
        await answers.first().fill("最后一行是我自己下的单")
    })

    test("has no page that axe-core finds anything wrong with, at two widths and in both languages", async () => {
        const { page } = opened
        for (const language of ["English", "中文"]) {
            await page.getByRole("button", { name: language }).click()
            for (const place of ["exports", "x/X07", "x/X08", "r/X03", "ledger"])
                for (const width of [1280, 360]) {
                    await page.setViewportSize({ width, height: 900 })
                    await goTo(page, place, ".sheet .end")
                    await page.waitForTimeout(300)
                    expect([place, width, await violations(page)]).toEqual([place, width, []])
                    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
                    expect([place, width, isWide]).toEqual([place, width, false])
                }
        }
    })

    test("saves the same as the command line: rows as CSV and Parquet, the result as JSON, the packet", async () => {
        const { page } = opened
        await page.setViewportSize({ width: 1280, height: 900 })
        await goTo(page, "ledger", ".figures")
        const names: Record<string, string> = {}
        for (const format of ["csv", "parquet", "json"])
            names[format] = await take(page, () => page.click(`#save-${format}`), out)
        await goTo(page, "make", ".end button.btn")
        await page.click(".end button.btn")
        await page.waitForSelector(".verdict")
        await takeMade(page, join(out, "page"))
        work = await take(page, () => page.click(".end button.btn.q"), out)
        const [csv, parquet] = [join(out, "cli.csv"), join(out, "cli.parquet")]
        const told = cli("ledger", join(out, work), "--json", "--csv", csv, "--parquet", parquet)
        const saved = (format: string) => readFileSync(join(out, names[format] ?? ""))
        expect(saved("csv").equals(readFileSync(csv))).toBe(true)
        expect(saved("parquet").equals(readFileSync(parquet))).toBe(true)
        // A working file keeps no times of files to compare, a folder does.
        const result = JSON.parse(saved("json").toString())
        const issues = result.issues.filter(({ code }: { code: string }) => code !== "evidence.file.time")
        expect({ ...result, issues }).toEqual(JSON.parse(told.stdout))
        const built = cli("build", join(out, work), "-o", join(out, "cli"), "--unsigned")
        expect(built.status).toBe(0)
        expect(differences(join(out, "page"), join(out, "cli"))).toEqual([])
        expect([opened.requests, opened.errors]).toEqual([[], []])
    })

    test("has written the answers as the forms have them", () => {
        const shown = cli("check", join(out, work), "--show").stdout
        for (const text of ["最后一行是我自己下的单", "X03 8", "时间=成交时刻；币种=Coin；变动=Delta", "UTC+8"])
            expect(shown).toContain(text)
    })
})
