/** A reporter that names the tests that passed only when tried again: a machine's hiccup once, a fault when it comes back. */
export default class SecondTries {
  #names = []

  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky) this.#names.push(`${test.module.relativeModuleId}: ${test.fullName}`)
  }

  onTestRunEnd() {
    for (const name of this.#names) console.log(`Passed only on its second try: ${name}`)
  }
}
