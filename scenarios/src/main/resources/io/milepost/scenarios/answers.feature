Feature: What the supplier answers to the order

  Background:
    Given the rule
      """
      rule: acknowledgement
      expects: ACKNOWLEDGED
      due: {from: start, allowance: 48h}
      """
    And on 2 March 250 are ordered for 20 March

  Scenario: Accepted as ordered
    When on 3 March the supplier confirms 250 for 20 March
    Then the line has reached ordered and acknowledged
    And acknowledged is dated 3 March
    And the line shows
      | confirmed       | 250      |
      | backordered     | 0        |
      | first promise   | 20 March |
      | current promise | 20 March |
    And Odoo is asked for
      | what              |
      | acknowledge order |
    When it is 4 March 12:00
    Then there is no alert

  Scenario: 50 now and 200 later, in one acknowledgement
    When on 3 March the supplier confirms 50 for 10 March and 200 for 24 March
    Then received is planned for 24 March
    And the line shows
      | confirmed       | 250      |
      | first promise   | 10 March |
      | current promise | 24 March |
    And Odoo is asked for
      | what                | value               | expect              | note                                                               |
      | set line date       | 2026-03-10 12:00:00 | 2026-03-20 12:00:00 |                                                                    |
      | post note           |                     |                     | Acknowledgement A1: 50 C62 for 2026-03-10, 200 C62 for 2026-03-24 |
      | acknowledge order   |                     |                     |                                                                    |
      | review sale promise | 2026-03-24 12:00:00 |                     |                                                                    |

  Scenario: 50 now and 200 later, in two acknowledgements
    When on 3 March the supplier confirms 50 for 10 March
    And on 4 March the supplier adds 200 for 24 March
    Then received is planned for 24 March
    And the line shows
      | confirmed       | 250      |
      | first promise   | 10 March |
      | current promise | 24 March |

  Scenario: A second acknowledgement that does not say that it adds replaces the first
    When on 3 March the supplier confirms 50 for 10 March
    And on 4 March the supplier confirms 200 for 24 March
    Then the line shows
      | confirmed       | 200      |
      | first promise   | 10 March |
      | current promise | 24 March |

  Scenario: Accepted with another date
    When on 3 March the supplier answers
      | answer  | quantity | promised for |
      | changed | 250      | 23 March     |
    Then received is planned for 23 March
    And Odoo is asked for
      | what                | value               | expect              |
      | set line date       | 2026-03-23 12:00:00 | 2026-03-20 12:00:00 |
      | acknowledge order   |                     |                     |
      | review sale promise | 2026-03-23 12:00:00 |                     |

  Scenario: Partly on back-order
    When on 3 March the supplier answers
      | answer      | quantity | promised for |
      | accepted    | 100      | 20 March     |
      | backordered | 150      | 3 April      |
    Then received is planned for 3 April
    And the line shows
      | confirmed   | 100 |
      | backordered | 150 |
    And Odoo is asked for
      | what                | value               | note                                                                                   |
      | post note           |                     | Acknowledgement A1: 100 C62 for 2026-03-20, 150 C62 on back-order for 2026-04-03       |
      | review activity     |                     | Supplier confirmed 100 of 250 C62; parts are rejected, on hold or on back-order        |
      | acknowledge order   |                     |                                                                                        |
      | review sale promise | 2026-04-03 12:00:00 |                                                                                        |

  Scenario: Another item instead
    When on 3 March the supplier answers
      | answer      | quantity | promised for |
      | substituted | 250      | 20 March     |
    Then the line shows
      | confirmed | 250 |
    And Odoo is asked for
      | what              |
      | acknowledge order |

  Scenario: The whole order accepted, without a word of its lines
    When on 3 March the supplier accepts the whole order
    Then the line has reached ordered and acknowledged
    And the line shows
      | confirmed       | 250      |
      | first promise   | 20 March |
      | current promise | 20 March |
    And Odoo is asked for
      | what              |
      | acknowledge order |

  Scenario: The whole order accepted for another day
    When on 3 March the supplier accepts the whole order for 24 March
    Then received is planned for 24 March
    And the line shows
      | confirmed       | 250      |
      | first promise   | 24 March |
      | current promise | 24 March |
    And Odoo is asked for
      | what                | value               | expect              |
      | set line date       | 2026-03-24 12:00:00 | 2026-03-20 12:00:00 |
      | acknowledge order   |                     |                     |
      | review sale promise | 2026-03-24 12:00:00 |                     |

  Scenario: The whole order rejected, without a word of its lines
    When on 3 March the supplier rejects the whole order
    Then the line has reached ordered and acknowledged
    And the line shows
      | confirmed | 0 |
    And Odoo is asked for
      | what            | note                                                                          |
      | post note       | Acknowledgement A1: 250 C62 rejected                                          |
      | review activity | Supplier confirmed 0 of 250 C62; parts are rejected, on hold or on back-order |

  Scenario: More is ordered after the whole order was accepted
    When on 3 March the supplier accepts the whole order
    And on 5 March the buyer changes the quantity to 300
    Then the line shows
      | ordered   | 300 |
      | confirmed | 250 |
    And Odoo is asked for
      | what              | note                                                                                                   |
      | acknowledge order |                                                                                                        |
      | post note         | Acknowledgement A1: 250 C62, 50 C62 not answered |
      | review activity   | Supplier confirmed 250 of 300 C62                |

  Scenario: Rejected
    When on 3 March the supplier answers
      | answer   | quantity |
      | rejected | 250      |
    Then the line has reached ordered and acknowledged
    And the line shows
      | confirmed       | 0        |
      | current promise | 20 March |
    And Odoo is asked for
      | what            | note                                                                                   |
      | post note       | Acknowledgement A1: 250 C62 rejected                                                   |
      | review activity | Supplier confirmed 0 of 250 C62; parts are rejected, on hold or on back-order |

  Scenario: On hold
    When on 3 March the supplier answers
      | answer  | quantity | promised for |
      | on hold | 250      | 20 March     |
    Then the line shows
      | confirmed | 0 |
    And Odoo is asked for
      | what            | note                                                                                   |
      | post note       | Acknowledgement A1: 250 C62 on hold for 2026-03-20                                     |
      | review activity | Supplier confirmed 0 of 250 C62; parts are rejected, on hold or on back-order |

  Scenario: The supplier confirms less than was ordered
    When on 3 March the supplier confirms 240 for 20 March
    Then Odoo is asked for
      | what              | note                                                            |
      | post note         | Acknowledgement A1: 240 C62 for 2026-03-20, 10 C62 not answered |
      | review activity   | Supplier confirmed 240 of 250 C62                               |
      | acknowledge order |                                                                 |

  Scenario: The supplier changes its word by itself
    When on 3 March the supplier confirms 250 for 20 March
    And on 16 March the supplier confirms 250 for 2 April
    Then received is planned for 2 April
    And acknowledged is dated 3 March
    And the line shows
      | first promise   | 20 March |
      | current promise | 2 April  |
    And Odoo is asked for
      | what                | value               | expect              |
      | acknowledge order   |                     |                     |
      | set line date       | 2026-04-02 12:00:00 | 2026-03-20 12:00:00 |
      | acknowledge order   |                     |                     |
      | review sale promise | 2026-04-02 12:00:00 |                     |

  Scenario: The buyer changes the date after the supplier's word, and it is not asked again
    When on 3 March the supplier confirms 250 for 24 March
    And on 5 March the buyer moves the date to 27 March
    Then received is planned for 27 March
    And Odoo is asked for
      | what                | value               | expect              |
      | set line date       | 2026-03-24 12:00:00 | 2026-03-20 12:00:00 |
      | acknowledge order   |                     |                     |
      | review sale promise | 2026-03-24 12:00:00 |                     |

  Scenario: The supplier takes its acknowledgement back
    When on 3 March the supplier confirms 250 for 24 March as A1
    And on 4 March 11:59 the supplier takes acknowledgement A1 back
    Then the line has reached ordered
    And received is planned for 20 March
    And the line shows
      | first promise   | 24 March |
      | current promise | 20 March |
    When it is 4 March 12:00
    Then this is the alert
      | rule            | status | deadline      |
      | acknowledgement | open   | 4 March 12:00 |

  Scenario: The supplier's system takes the order, which is not an answer
    When on 3 March the supplier's system accepts the order
    Then the line has reached ordered, sent and receipt acknowledged
    When it is 4 March 12:00
    Then this is the alert
      | rule            | status | deadline      |
      | acknowledgement | open   | 4 March 12:00 |

  Scenario: The supplier's system cannot read the order
    When on 3 March the supplier's system rejects the order
    Then the line has reached ordered and sent
