// Prints what Adobe's validator of structured data finds in the pages of a site, as JSON: page, severity,
// message, where. Run by tests/verify/test_structured_data.py: node structured_data.mjs SITE VOCABULARY
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Validator from "@adobe/structured-data-validator";
import Extractor from "@marbec/web-auto-extractor";

const [site, vocabulary] = process.argv.slice(2);
const terms = JSON.parse(readFileSync(vocabulary, "utf8"));
const found = [];
for (const path of readdirSync(site, { recursive: true }).filter((name) => name.endsWith("index.html"))) {
  const html = readFileSync(join(site, path), "utf8");
  const data = new (Extractor.default ?? Extractor)({ addLocation: true, embedSource: [] }).parse(html);
  for (const issue of await new Validator(terms).validate(data)) {
    const where = issue.path.map((step) => step.type ?? step.property).join(" > ");
    found.push([path, issue.severity, issue.issueMessage, where]);
  }
}
console.log(JSON.stringify(found));
