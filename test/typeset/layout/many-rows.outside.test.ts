import { expect, test } from "vitest"
import { lay, p } from "./models.ts"

test("a list of more lines than a call takes arguments is laid", () => {
    const items = Array.from({ length: 130_000 }, () => [p("行")])
    const { pages } = lay([{ kind: "list", ordered: false, start: 1, items }])
    expect(pages.length).toBeGreaterThan(1000)
})
