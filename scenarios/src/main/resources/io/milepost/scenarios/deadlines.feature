Feature: What becomes of a promise to deliver by the end of 20 March

  Background:
    Given the rule
      """
      rule: in-full
      expects: RECEIVED
      due: {from: current-promise, endOfDay: true}
      """
    And on 2 March 10 are ordered for 20 March

  Scenario: Kept
    When on 20 March 17:00 10 are received
    And 21 March begins
    Then there is no alert
    And the line has reached ordered and received

  Scenario: Broken, and cleared when the goods come
    When 21 March begins
    Then this is the alert
      | alert  | rule    | status | deadline       | opened         | closed |
      | breach | in-full | open   | 21 March 00:00 | 21 March 00:00 | none   |
    And the line shows
      | open alerts | 1 |
    When on 23 March 10 are received
    Then this is the alert
      | rule    | status  | deadline       | opened         | closed   | told          |
      | in-full | cleared | 21 March 00:00 | 21 March 00:00 | 23 March | open, cleared |
    And the line shows
      | open alerts                 | 0           |
      | late against current micros | 259200000000 |

  Scenario: In time, but written down late: the supplier is not to blame
    When 21 March begins
    Then this is the alert
      | rule    | status |
      | in-full | open   |
    When on 20 March 17:00, written down on 23 March, 10 are received
    Then this is the alert
      | rule    | status    | opened         | closed   | told            |
      | in-full | retracted | 21 March 00:00 | 23 March | open, retracted |

  Scenario: In time and known in time, but carried to us late
    When 21 March begins
    Then this is the alert
      | rule    | status |
      | in-full | open   |
    When on 20 March 17:00, carried to us only on 21 March 12:00, 10 are received
    Then there is no alert

  Scenario: Carried to us late, before anybody was told
    When it is 20 March 20:00
    And on 20 March 17:00, carried to us only on 20 March 21:00, 10 are received
    And 21 March begins
    Then there is no alert
    And nobody is notified
    And the line has reached ordered and received

  Scenario: A receipt that was posted by mistake does not make a late supplier punctual
    When on 16 March 10 are received as R1
    And on 17 March receipt R1 is reversed
    And 21 March begins
    And on 25 March 10 are received
    Then this is the alert
      | rule    | status  | deadline       | opened         | closed   |
      | in-full | cleared | 21 March 00:00 | 21 March 00:00 | 25 March |

  Scenario: The last moment is late
    When on 21 March 00:00 10 are received
    And it is 21 March 12:00
    Then this is the alert
      | rule    | status  | deadline       |
      | in-full | cleared | 21 March 00:00 |

  Scenario: The supplier moves its promise in time
    When on 19 March the supplier confirms 10 for 27 March
    And 21 March begins
    Then there is no alert
    When it is 30 March 12:00
    Then this is the alert
      | rule    | status | deadline       |
      | in-full | open   | 28 March 00:00 |

  Scenario: The supplier moves its promise when it is broken
    When 21 March begins
    And on 22 March the supplier confirms 10 for 27 March
    And on 26 March 10 are received
    Then this is the alert
      | rule    | status  | deadline       | opened         | closed   |
      | in-full | cleared | 21 March 00:00 | 21 March 00:00 | 26 March |

  Scenario: The first promise is broken though the current one is kept
    Given the rule
      """
      rule: on-time
      expects: RECEIVED
      due: {from: first-promise, endOfDay: true}
      """
    When on 3 March the supplier confirms 10 for 20 March
    And on 18 March the supplier confirms 10 for 27 March
    And on 26 March 10 are received
    Then this is the alert
      | rule    | status  | deadline       | opened         |
      | on-time | cleared | 21 March 00:00 | 21 March 00:00 |

  Scenario: A warning comes first, and the breach takes over
    Given the rule
      """
      rule: warned
      expects: RECEIVED
      due: {from: current-promise, endOfDay: true}
      warnBefore: 36h
      """
    When it is 19 March 12:00
    Then this is the alert
      | alert   | rule   | status | deadline       | opened         |
      | warning | warned | open   | 21 March 00:00 | 19 March 12:00 |
    And the line shows
      | open warnings | 1 |
    When 21 March begins
    Then these are the alerts
      | alert   | rule    | status  |
      | warning | warned  | cleared |
      | breach  | warned  | open    |
      | breach  | in-full | open    |

  Scenario: A warning is over when the goods come
    Given the rule
      """
      rule: warned
      expects: RECEIVED
      due: {from: current-promise, endOfDay: true}
      warnBefore: 36h
      """
    When it is 19 March 12:00
    And on 20 March 10 are received
    And 21 March begins
    Then this is the alert
      | alert   | rule   | status  | closed   |
      | warning | warned | cleared | 20 March |

  Scenario: No warning when the goods have come by then
    Given the rule
      """
      rule: warned
      expects: RECEIVED
      due: {from: current-promise, endOfDay: true}
      warnBefore: 36h
      """
    When on 18 March 10 are received
    And 21 March begins
    Then there is no alert
    And the line has reached ordered and received

  Scenario: A warning for a promise that moves away is over, and the new one is warned of
    Given the rule
      """
      rule: warned
      expects: RECEIVED
      due: {from: current-promise, endOfDay: true}
      warnBefore: 36h
      """
    When it is 19 March 12:00
    And on 19 March 18:00 the supplier confirms 10 for 27 March
    And it is 26 March 12:00
    Then these are the alerts
      | alert   | rule   | status  | deadline       | opened         | closed         |
      | warning | warned | cleared | 21 March 00:00 | 19 March 12:00 | 19 March 18:00 |
      | warning | warned | open    | 28 March 00:00 | 26 March 12:00 | none           |

  Scenario: What is worth more is more severe
    Given the rule
      """
      rule: valuable
      expects: RECEIVED
      due: {from: current-promise, allowance: 48h, endOfDay: true}
      severity: MEDIUM
      severityByValue:
        - {openValueFrom: 20, severity: HIGH}
        - {openValueFrom: 100, severity: CRITICAL}
      """
    When on 19 March 6 are received
    And it is 23 March 12:00
    Then these are the alerts
      | rule     | severity | deadline       |
      | in-full  | medium   | 21 March 00:00 |
      | valuable | high     | 23 March 00:00 |
