Feature: Parts of a line

  A supplier confirms 50 now and 200 later. A rule may be kept by a part, or expect each part by its own day.

  Scenario: The first receipt of any quantity keeps "any"
    Given the rule
      """
      rule: on-time
      expects: RECEIVED
      quantity: any
      due: {from: first-promise, endOfDay: true}
      """
    And the rule
      """
      rule: in-full
      expects: RECEIVED
      due: {from: first-promise, endOfDay: true}
      """
    And on 2 March 250 are ordered for 20 March
    When on 20 March 1 is received
    And 21 March begins
    Then this is the alert
      | rule    | status |
      | in-full | open   |

  Scenario: Nothing at all by the day breaks "any"
    Given the rule
      """
      rule: on-time
      expects: RECEIVED
      quantity: any
      due: {from: first-promise, endOfDay: true}
      """
    And on 2 March 250 are ordered for 20 March
    When 21 March begins
    Then this is the alert
      | rule    | status | deadline       |
      | on-time | open   | 21 March 00:00 |
    When on 24 March 1 is received
    Then this is the alert
      | rule    | status  | closed   |
      | on-time | cleared | 24 March |

  Scenario: Less than 95 percent is too little for "95%"
    Given the rule
      """
      rule: nearly-all
      expects: RECEIVED
      quantity: 95%
      due: {from: current-promise, endOfDay: true}
      """
    And on 2 March 250 are ordered for 20 March
    When on 20 March 237 are received
    And 21 March begins
    And on 25 March 1 is received
    Then this is the alert
      | rule       | status  | deadline       | closed   |
      | nearly-all | cleared | 21 March 00:00 | 25 March |

  Scenario: 95 percent are enough
    Given the rule
      """
      rule: nearly-all
      expects: RECEIVED
      quantity: 95%
      due: {from: current-promise, endOfDay: true}
      """
    And on 2 March 250 are ordered for 20 March
    When on 20 March 238 are received
    And 21 March begins
    Then there is no alert
    And the line shows
      | received | 238 |

  Scenario: A receipt that is reversed does not keep "any"
    Given the rule
      """
      rule: on-time
      expects: RECEIVED
      quantity: any
      due: {from: first-promise, endOfDay: true}
      """
    And on 2 March 250 are ordered for 20 March
    When on 18 March 50 are received as R1
    And on 19 March receipt R1 is reversed
    And 21 March begins
    Then this is the alert
      | rule    | status |
      | on-time | open   |

  Scenario: Each part by its own day, and the first one is late
    Given the rule
      """
      rule: in-full
      expects: RECEIVED
      each: schedule-line
      due: {from: current-promise, endOfDay: true}
      """
    And on 2 March 250 are ordered for 20 March
    And on 3 March the supplier confirms 50 for 10 March and 200 for 24 March
    When it is 10 March 12:00
    Then there is no alert
    When it is 12 March 11:59
    Then this is the alert
      | rule    | schedule line | status | deadline       |
      | in-full | 1             | open   | 11 March 00:00 |
    When on 12 March 50 are received
    And on 24 March 200 are received
    And it is 25 March 12:00
    Then this is the alert
      | rule    | schedule line | status  | deadline       | closed   |
      | in-full | 1             | cleared | 11 March 00:00 | 12 March |

  Scenario: Each part by its own day, and the second one is late
    Given the rule
      """
      rule: in-full
      expects: RECEIVED
      each: schedule-line
      due: {from: current-promise, endOfDay: true}
      """
    And on 2 March 250 are ordered for 20 March
    And on 3 March the supplier confirms 50 for 10 March
    And on 4 March the supplier adds 200 for 24 March
    When on 10 March 50 are received
    And it is 25 March 12:00
    Then this is the alert
      | rule    | schedule line | status | deadline       |
      | in-full | 0             | open   | 25 March 00:00 |

  Scenario: Who delivers more at first is ahead of its schedule
    Given the rule
      """
      rule: in-full
      expects: RECEIVED
      each: schedule-line
      due: {from: current-promise, endOfDay: true}
      """
    And on 2 March 250 are ordered for 20 March
    And on 3 March the supplier answers
      | answer   | quantity | promised for |
      | accepted | 50       | 10 March     |
      | accepted | 100      | 17 March     |
      | accepted | 100      | 24 March     |
    When on 9 March 150 are received
    And it is 18 March 12:00
    Then there is no alert
    And the line shows
      | received | 150 |

  Scenario: A later acknowledgement does not take the breach of a part back
    Given the rule
      """
      rule: in-full
      expects: RECEIVED
      each: schedule-line
      due: {from: current-promise, endOfDay: true}
      """
    And on 2 March 250 are ordered for 20 March
    And on 3 March the supplier confirms 50 for 10 March and 200 for 24 March
    When 11 March begins
    And on 12 March the supplier confirms 50 for 17 March and 200 for 24 March
    And on 16 March 50 are received
    Then this is the alert
      | rule    | schedule line | status  | deadline       | closed   |
      | in-full | 1             | cleared | 11 March 00:00 | 16 March |

  Scenario: The buyer moves the line, and there is one day again
    Given the rule
      """
      rule: in-full
      expects: RECEIVED
      each: schedule-line
      due: {from: current-promise, endOfDay: true}
      """
    And on 2 March 250 are ordered for 20 March
    And on 3 March the supplier confirms 50 for 10 March and 200 for 24 March
    When on 5 March the buyer moves the date to 31 March
    And it is 25 March 12:00
    Then there is no alert
    When it is 1 April 11:59
    Then this is the alert
      | rule    | schedule line | status | deadline      |
      | in-full | 0             | open   | 1 April 00:00 |
