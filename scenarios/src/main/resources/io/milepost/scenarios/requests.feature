Feature: What Odoo is asked for

  Background:
    Given the rule
      """
      rule: ship-notice
      expects: SHIPPED
      due: {from: current-promise}
      """
    And on 2 March 250 are ordered for 20 March

  Scenario: The supplier's own number of the order
    When on 3 March the supplier confirms 250 for 20 March, calling the order SO-7781
    Then Odoo is asked for
      | what                 | value   |
      | acknowledge order    |         |
      | set vendor reference | SO-7781 |

  Scenario: One document about several lines is one acknowledgement of the order
    Given on 2 March these lines are ordered
      | line | quantity | planned for |
      | 2    | 10       | 20 March    |
      | 3    | 20       | 20 March    |
    When on 3 March the supplier confirms 10 for 20 March of line 2 as A7
    And on 3 March the supplier confirms 20 for 20 March of line 3 as A7
    Then Odoo is asked for
      | what              |
      | acknowledge order |

  Scenario: What nobody will deliver does not acknowledge the order
    When on 3 March the supplier answers
      | answer   | quantity |
      | rejected | 250      |
    Then Odoo is asked for
      | what            | note                                                                          |
      | post note       | Acknowledgement A1: 250 C62 rejected                                          |
      | review activity | Supplier confirmed 0 of 250 C62; parts are rejected, on hold or on back-order |

  Scenario: A later acknowledgement ends the activity of the earlier one
    When on 3 March the supplier confirms 240 for 20 March
    And on 4 March the supplier confirms 250 for 20 March
    Then Odoo is asked for
      | what              | note                                                            |
      | post note         | Acknowledgement A1: 240 C62 for 2026-03-20, 10 C62 not answered |
      | review activity   | Supplier confirmed 240 of 250 C62                               |
      | acknowledge order |                                                                 |
      | complete activity | Supplier confirmed 250 of 250 C62                               |
      | acknowledge order |                                                                 |

  Scenario: A line is split by the days of its parts where the company wants that
    Given the rule
      """
      rule: odoo
      requests: {partial: split, salePromise: none, acknowledge: false}
      """
    When on 3 March the supplier confirms 50 for 10 March and 200 for 24 March
    Then Odoo is asked for
      | what       |
      | split line |

  Scenario: More than was ordered is not split
    Given the rule
      """
      rule: odoo
      requests: {partial: split, salePromise: none, acknowledge: false}
      """
    When on 3 March the supplier confirms 100 for 20 March and 200 for 24 March
    Then Odoo is asked for
      | what      | note                                                               |
      | post note | Acknowledgement A1: 100 C62 for 2026-03-20, 200 C62 for 2026-03-24 |

  Scenario: The quantity becomes what was confirmed where the company wants that, and the date by itself
    Given the rule
      """
      rule: odoo
      requests: {partial: quantity, salePromise: none}
      """
    When on 3 March the supplier confirms 240 for 24 March
    Then Odoo is asked for
      | what              | value               | expect              |
      | set line quantity | 240                 | 250                 |
      | set line date     | 2026-03-24 12:00:00 | 2026-03-20 12:00:00 |
      | acknowledge order |                     |                     |

  Scenario: Where a company moves its dates itself a smaller quantity does not
    Given the rule
      """
      rule: odoo
      requests: {partial: quantity, lineDate: false, salePromise: none}
      """
    When on 3 March the supplier confirms 240 for 24 March
    Then Odoo is asked for
      | what              | value | expect | planned at |
      | set line quantity | 240   | 250    |            |
      | acknowledge order |       |        |            |

  Scenario: A quantity that the supplier still owes is not cut
    Given the rule
      """
      rule: odoo
      requests: {partial: quantity, salePromise: none}
      """
    When on 3 March the supplier answers
      | answer      | quantity | promised for |
      | accepted    | 100      | 20 March     |
      | backordered | 150      | 3 April      |
    Then Odoo is asked for
      | what              | note                                                                             |
      | post note         | Acknowledgement A1: 100 C62 for 2026-03-20, 150 C62 on back-order for 2026-04-03 |
      | review activity   | Supplier confirmed 100 of 250 C62; parts are rejected, on hold or on back-order  |
      | acknowledge order |                                                                                  |

  Scenario: Nothing at all
    Given the rule
      """
      rule: odoo
      requests:
        lineDate: false
        partial: none
        acknowledge: false
        vendorReference: false
        tracking: false
        receiptDate: false
        salePromise: none
      """
    And on 2 March the warehouse plans to receive 250 on 20 March
    When on 3 March the supplier confirms 240 for 24 March, calling the order SO-7781
    And on 19 March the supplier ships 240 as S1 under tracking number 1Z9, expected on 25 March
    Then the line has reached ordered, acknowledged and shipped
    And Odoo is asked for nothing

  Scenario: The rule that holds for the supplier counts, whatever the general one says
    Given the rule
      """
      rule: odoo
      requests: {partial: none, acknowledge: false}
      """
    And the rule
      """
      rule: odoo
      variant: vendor
      requests: {acknowledge: true}
      selector: {currency: EUR}
      """
    When on 3 March the supplier confirms 240 for 20 March
    Then Odoo is asked for
      | what              | note                                                            |
      | post note         | Acknowledgement A1: 240 C62 for 2026-03-20, 10 C62 not answered |
      | review activity   | Supplier confirmed 240 of 250 C62                               |
      | acknowledge order |                                                                 |

  Scenario: A ship notice gives the receipt its tracking number and its day
    Given on 2 March the warehouse plans to receive 250 on 20 March
    When on 19 March the supplier ships 250 as S1 under tracking number 1Z9, expected on 23 March
    Then Odoo is asked for
      | what                 | value               | expect              |
      | set receipt tracking | 1Z9                 |                     |
      | set receipt date     | 2026-03-23 12:00:00 | 2026-03-20 12:00:00 |

  Scenario: The day that Odoo has is not asked for
    Given on 2 March the warehouse plans to receive 250 on 20 March
    When on 19 March the supplier ships 250 as S1 under tracking number 1Z9, expected on 20 March
    Then Odoo is asked for
      | what                 | value |
      | set receipt tracking | 1Z9   |

  Scenario: The newest ship notice counts, and one that is taken back asks for nothing
    When on 18 March the supplier ships 100 as S1 under tracking number 1Z1
    And on 19 March the supplier ships 150 as S2 under tracking number 1Z2
    And on 19 March 13:00 the supplier cancels ship notice S2
    Then Odoo is asked for nothing
    When on 19 March 14:00 the warehouse plans to receive 250 on 20 March
    Then Odoo is asked for
      | what                 | value |
      | set receipt tracking | 1Z1   |

  Scenario: The carrier knows better than the supplier
    Given on 2 March the warehouse plans to receive 250 on 20 March
    When on 18 March the supplier ships 250 as S1 under tracking number 1Z9, expected on 20 March
    And on 19 March the carrier expects tracking number 1Z9 to be delivered on 24 March
    And on 20 March the carrier expects tracking number 1Z9 to be delivered on 24 March 18:00
    Then Odoo is asked for
      | what                 | value               | expect              |
      | set receipt tracking | 1Z9                 |                     |
      | set receipt date     | 2026-03-24 12:00:00 | 2026-03-20 12:00:00 |
      | set receipt date     | 2026-03-24 18:00:00 | 2026-03-20 12:00:00 |

  Scenario: Nothing is asked for goods that are here
    Given on 2 March the warehouse plans to receive 250 on 20 March
    When on 18 March 250 are received
    And on 19 March the supplier ships 250 as S1 under tracking number 1Z9, expected on 23 March
    Then the line has reached ordered, shipped and received
    And Odoo is asked for nothing

  Scenario: An invoice is drafted as a bill only where the company wants that
    When on 21 March the supplier invoices 250 at 4.10 as I1
    Then the line has reached ordered and invoiced
    And Odoo is asked for nothing

  Scenario: An invoice becomes a draft of the bill
    Given the rule
      """
      rule: odoo
      requests: {bill: draft}
      """
    When on 21 March the supplier invoices 100 at 4.10 as I1
    And on 22 March the supplier invoices 150 at 4.10 as I2
    Then Odoo is asked for
      | what       | value |
      | draft bill | I1    |
      | draft bill | I2    |

  Scenario: Customers are promised a later day by the salesperson, or at once where the company wants that
    Given the rule
      """
      rule: odoo
      requests: {salePromise: set, acknowledge: false, lineDate: false}
      """
    When on 3 March the supplier confirms 250 for 24 March
    Then Odoo is asked for
      | what             | value               |
      | set sale promise | 2026-03-24 12:00:00 |

  Scenario: A replay asks for the same
    Given on 2 March the warehouse plans to receive 250 on 20 March
    When on 3 March the supplier confirms 240 for 24 March, calling the order SO-7781
    And on 19 March the supplier ships 250 as S1 under tracking number 1Z9, expected on 25 March
    Then the line has reached ordered, acknowledged and shipped
    And a replay at full speed ends the same, ids included

  Scenario: The number of an acknowledgement that is taken back is set back
    Given the rule
      """
      rule: odoo
      requests: {partial: none, acknowledge: false, salePromise: none}
      """
    When on 4 March the supplier confirms 250 for 20 March as A1, calling the order SO-7781
    And on 5 March Odoo answers "set vendor reference" with applied
    And on 6 March the supplier confirms 250 for 20 March as A2, calling the order SO-7782
    And on 7 March Odoo answers "set vendor reference" with applied
    And on 8 March the supplier takes acknowledgement A2 back
    Then Odoo is asked for
      | what                 | value   | expect  |
      | set vendor reference | SO-7781 |         |
      | set vendor reference | SO-7782 | SO-7781 |
      | set vendor reference | SO-7781 | SO-7782 |

  Scenario: The day that customers were promised is set back
    Given the rule
      """
      rule: odoo
      requests: {salePromise: set, acknowledge: false, lineDate: false}
      """
    When on 4 March the supplier confirms 250 for 24 March as A1
    And on 6 March the supplier confirms 250 for 28 March as A2
    And on 8 March the supplier takes acknowledgement A2 back
    Then Odoo is asked for
      | what             | value               |
      | set sale promise | 2026-03-24 12:00:00 |
      | set sale promise | 2026-03-28 12:00:00 |
      | set sale promise | 2026-03-24 12:00:00 |
