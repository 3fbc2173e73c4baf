Feature: Rules that change, and companies that begin

  Scenario: A rule that changes while its clock runs holds for later orders only
    Given the rule
      """
      rule: acknowledgement
      version: 1
      expects: ACKNOWLEDGED
      due: {from: start, allowance: 48h}
      """
    And on 2 March 10 are ordered for 20 March
    When on 3 March this rule is published
      """
      rule: acknowledgement
      version: 2
      effectiveFrom: 2026-03-03T00:00:00Z
      expects: ACKNOWLEDGED
      due: {from: start, allowance: 24h}
      """
    And 4 March begins
    Then there is no alert
    When it is 4 March 12:00
    Then this is the alert
      | version | deadline      | opened        |
      | 1       | 4 March 12:00 | 4 March 12:00 |

  Scenario: An order that comes after the change is under the new version
    Given the rule
      """
      rule: acknowledgement
      version: 1
      expects: ACKNOWLEDGED
      due: {from: start, allowance: 48h}
      """
    When on 3 March 06:00 this rule is published
      """
      rule: acknowledgement
      version: 2
      effectiveFrom: 2026-03-03T00:00:00Z
      expects: ACKNOWLEDGED
      due: {from: start, allowance: 24h}
      """
    And on 3 March 10 are ordered for 20 March
    And it is 4 March 12:00
    Then this is the alert
      | version | deadline      |
      | 2       | 4 March 12:00 |

  Scenario: A mistake in a rule is corrected for clocks that run
    Given the rule
      """
      rule: acknowledgement
      version: 1
      expects: ACKNOWLEDGED
      due: {from: start, allowance: 48h}
      """
    And on 2 March 10 are ordered for 20 March
    When on 3 March this rule is published
      """
      rule: acknowledgement
      version: 2
      effectiveFrom: 2026-03-03T00:00:00Z
      appliesToRunningClocks: true
      expects: ACKNOWLEDGED
      due: {from: start, allowance: 72h}
      """
    And it is 4 March 12:00
    Then there is no alert
    When it is 5 March 12:00
    Then this is the alert
      | version | deadline      | opened        |
      | 2       | 5 March 12:00 | 5 March 12:00 |

  Scenario: What was decided by the mistake is taken back
    Given the rule
      """
      rule: acknowledgement
      version: 1
      expects: ACKNOWLEDGED
      due: {from: start, allowance: 24h}
      """
    And on 2 March 10 are ordered for 20 March
    When it is 3 March 12:00
    Then this is the alert
      | version | status | deadline      |
      | 1       | open   | 3 March 12:00 |
    When on 3 March 13:00 this rule is published
      """
      rule: acknowledgement
      version: 2
      effectiveFrom: 2026-03-03T00:00:00Z
      appliesToRunningClocks: true
      expects: ACKNOWLEDGED
      due: {from: start, allowance: 72h}
      """
    And it is 3 March 13:02
    Then there is no alert
    When it is 5 March 12:00
    Then this is the alert
      | version | status | deadline      | opened        | told                  |
      | 2       | open   | 5 March 12:00 | 5 March 12:00 | open, withdrawn, open |

  Scenario: What was decided by the mistake is corrected
    Given the rule
      """
      rule: acknowledgement
      version: 1
      expects: ACKNOWLEDGED
      due: {from: start, allowance: 24h}
      """
    And on 2 March 10 are ordered for 20 March
    When it is 3 March 12:00
    Then this is the alert
      | version | status | deadline      |
      | 1       | open   | 3 March 12:00 |
    When on 4 March 13:00 this rule is published
      """
      rule: acknowledgement
      version: 2
      effectiveFrom: 2026-03-03T00:00:00Z
      appliesToRunningClocks: true
      expects: ACKNOWLEDGED
      due: {from: start, allowance: 30h}
      """
    And it is 4 March 13:02
    Then this is the alert
      | version | status | deadline      | opened        |
      | 2       | open   | 3 March 18:00 | 3 March 18:00 |
    When on 5 March the supplier confirms 10 for 20 March
    Then this is the alert
      | version | status  | deadline      | closed  |
      | 2       | cleared | 3 March 18:00 | 5 March |

  Scenario: A rule that is new finds the lines that are late by it
    Given on 2 March 10 are ordered for 20 March
    When on 4 March 13:00 this rule is published
      """
      rule: acknowledgement
      expects: ACKNOWLEDGED
      due: {from: start, allowance: 48h}
      """
    And it is 4 March 13:02
    Then this is the alert
      | rule            | deadline      | opened        | status |
      | acknowledgement | 4 March 12:00 | 4 March 12:00 | open   |

  Scenario: A supplier has a rule of its own
    Given the rule
      """
      rule: acknowledgement
      expects: ACKNOWLEDGED
      due: {from: start, allowance: 24h}
      """
    And the rule
      """
      rule: acknowledgement
      variant: slow
      expects: ACKNOWLEDGED
      due: {from: start, allowance: 48h}
      selector: {supplier: acme}
      """
    And on 2 March 10 are ordered for 20 March
    When it is 4 March 11:59
    Then there is no alert
    When it is 4 March 12:00
    Then this is the alert
      | deadline      |
      | 4 March 12:00 |

  Scenario: A warehouse has a rule of its own
    Given the rule
      """
      rule: in-full
      expects: RECEIVED
      due: {from: current-promise, endOfDay: true}
      """
    And the rule
      """
      rule: in-full
      variant: hamburg
      expects: RECEIVED
      due: {from: current-promise, allowance: 48h, endOfDay: true}
      selector: {warehouse: HAM}
      """
    And on 2 March these lines are ordered
      | line | quantity | planned for | warehouse |
      | 1    | 10       | 20 March    | HAM       |
      | 2    | 10       | 20 March    | MUC       |
    When it is 23 March 12:00
    Then these are the alerts
      | line | deadline       |
      | 1    | 23 March 00:00 |
      | 2    | 21 March 00:00 |

  Scenario: A company goes live over three years of history: no alert and no request
    Given the rule
      """
      rule: acknowledgement
      expects: ACKNOWLEDGED
      due: {from: start, allowance: 48h}
      """
    And the rule
      """
      rule: in-full
      expects: RECEIVED
      due: {from: current-promise, endOfDay: true}
      """
    And the company goes live on 1 March
    And on 6 February 2023, written down on 27 February 2026, these lines are ordered
      | line | quantity | planned for      |
      | 1    | 10       | 1 March 2023     |
      | 2    | 20       | 1 June 2024      |
      | 3    | 30       | 15 December 2025 |
    And on 8 February 2023, written down on 27 February 2026, the supplier confirms 5 for 8 March 2023 of line 1
    And on 9 March 2023, written down on 27 February 2026, 10 are received of line 1
    And on 1 May 2024, written down on 27 February 2026, the supplier confirms 20 for 8 June 2024 of line 2
    When 1 March begins
    Then line 1 has reached ordered, acknowledged and received
    And line 3 has reached ordered
    And there is no alert
    And Odoo is asked for nothing
    When 1 June begins
    Then there is no alert
    And nobody is notified

  Scenario: What becomes known after going live counts
    Given the rule
      """
      rule: in-full
      expects: RECEIVED
      due: {from: current-promise, endOfDay: true}
      """
    And the company goes live on 1 March
    And on 27 February these lines are ordered
      | line | quantity | planned for |
      | 1    | 10       | 20 March    |
    And on 2 March these lines are ordered
      | line | quantity | planned for |
      | 2    | 10       | 20 March    |
    When on 3 March the supplier confirms 10 for 24 March of line 1
    And it is 25 March 12:00
    Then this is the alert
      | line | rule    | deadline       |
      | 2    | in-full | 21 March 00:00 |
    And Odoo is asked for
      | what                | line | value               |
      | set line date       | 1    | 2026-03-24 12:00:00 |
      | acknowledge order   | 1    |                     |
      | review sale promise | 1    | 2026-03-24 12:00:00 |
